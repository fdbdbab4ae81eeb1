import { expect, test } from "vitest";
import { Acknowledger } from "../../../client/connection/acknowledge.ts";

test("tells at once when 32 KiB are parsed", () => {
  const acknowledger = new Acknowledger();
  acknowledger.restart(1000);
  expect(acknowledger.advance(1000 + 32 * 1024 - 1)).toBeNull();
  expect(acknowledger.advance(1000 + 32 * 1024)).toBe(1000 + 32 * 1024);
  expect(acknowledger.isWaiting).toBe(false);
});

test("tells the rest when its time is over, once", () => {
  const acknowledger = new Acknowledger();
  acknowledger.advance(10);
  acknowledger.advance(20);
  expect(acknowledger.isWaiting).toBe(true);
  expect(acknowledger.due()).toBe(20);
  expect(acknowledger.due()).toBeNull();
});

test("never goes back", () => {
  const acknowledger = new Acknowledger();
  acknowledger.restart(500);
  acknowledger.advance(400);
  expect(acknowledger.due()).toBeNull();
});
