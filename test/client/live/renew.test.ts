/** Which addresses are fetched again when a picture was saved, and when the screen is kept on. */
import { expect, test, vi } from "vitest";
import { keepAwake } from "../../../client/live/keep-awake.ts";
import { renewed } from "../../../client/live/renew-pictures.ts";

const saves = { "img/a b.png": 2, "c.svg": 1 };

test("a saved picture gets an address that was not there before", () => {
  expect(renewed("http://x/deck/img/a%20b.png", saves)).toBe("http://x/deck/img/a%20b.png?saved=2");
  expect(renewed("http://x/deck/c.svg?saved=0", saves)).toBe("http://x/deck/c.svg?saved=1");
});

test.each([
  "http://x/deck/other.png",
  "http://x/c.svg",
  "http://x/deck/%E0%A4%A",
  "data:image/png;base64,AA==",
])("%s stays as it is", (address) => {
  expect(renewed(address, saves)).toBeNull();
});

test("the screen stays on while the page is seen, and again when it is seen again", () => {
  const listeners: (() => void)[] = [];
  const page = {
    visibilityState: "visible" as DocumentVisibilityState,
    addEventListener: ((_: string, listener: () => void) => listeners.push(listener)) as never,
  };
  const request = vi.fn(async () => ({}) as WakeLockSentinel);
  keepAwake(page, { request });
  expect(request).toHaveBeenCalledTimes(1);
  page.visibilityState = "hidden";
  for (const listener of listeners) listener();
  expect(request).toHaveBeenCalledTimes(1);
  page.visibilityState = "visible";
  for (const listener of listeners) listener();
  expect(request).toHaveBeenCalledTimes(2);
});

test("a browser without that, or one that refuses, is left alone", async () => {
  const page = { visibilityState: "visible" as const, addEventListener: (() => {}) as never };
  keepAwake(page, null);
  const refusal = vi.fn(() => Promise.reject(new Error("the battery is low")));
  keepAwake(page, { request: refusal });
  await new Promise((resolve) => setTimeout(resolve));
  expect(refusal).toHaveBeenCalledOnce();
});
