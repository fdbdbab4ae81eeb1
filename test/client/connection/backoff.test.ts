import { expect, test } from "vitest";
import { Backoff } from "../../../client/connection/backoff.ts";

const longest = () => 1;

test("waits up to 500 ms, then twice as long each time, and never longer than 10 s", () => {
  const backoff = new Backoff();
  const waits = Array.from({ length: 7 }, () => backoff.closed(0, longest));
  expect(waits).toEqual([500, 1000, 2000, 4000, 8000, 10_000, 10_000]);
});

test("spreads the pages of a room over the whole wait", () => {
  expect(new Backoff().closed(0, () => 0)).toBe(0);
  expect(new Backoff().closed(0, () => 0.5)).toBe(250);
});

test("begins anew after a connection that lasted a second", () => {
  const backoff = new Backoff();
  backoff.closed(0, longest);
  backoff.closed(0, longest);
  backoff.opened(5000);
  expect(backoff.closed(6000, longest)).toBe(500);
});

test("goes on waiting longer when connections break at once", () => {
  const backoff = new Backoff();
  backoff.closed(0, longest);
  backoff.opened(5000);
  expect(backoff.closed(5999, longest)).toBe(1000);
});
