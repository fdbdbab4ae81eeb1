/** Keys that choose a hit while the field has the focus. */
import { expect, test } from "vitest";
import { afterKey } from "../../../client/search/list-key.ts";

const plain = { ctrlKey: false, altKey: false, metaKey: false };

test.each([
  ["ArrowDown", 0, 1],
  ["ArrowDown", 19, 0],
  ["ArrowUp", 0, 19],
  ["ArrowUp", 5, 4],
  ["PageDown", 0, 8],
  ["PageDown", 15, 19],
  ["PageUp", 3, 0],
])("%s leads from hit %i to %i of 20", (key, from, to) => {
  expect(afterKey({ ...plain, key }, from, 20)).toBe(to);
});

test.each(["Home", "End", "ArrowLeft", "a", "Enter"])("%s is the field's", (key) => {
  expect(afterKey({ ...plain, key }, 3, 20)).toBeNull();
});

test("without hits, and with Ctrl, nothing is chosen", () => {
  expect(afterKey({ ...plain, key: "ArrowDown" }, 0, 0)).toBeNull();
  expect(afterKey({ ...plain, key: "ArrowDown", ctrlKey: true }, 0, 20)).toBeNull();
});
