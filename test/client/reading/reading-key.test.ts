/** The reading view's keys, and where they rest. */
import { expect, test } from "vitest";
import { readingCommand, readingKeys } from "../../../client/reading/reading-key.ts";

const plain = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
const onPage = { closest: () => null };
const inField = { closest: (selector: string) => (selector.includes("input") ? {} : null) };

test("each key of the help does something, but the terminal's own", () => {
  const keys = readingKeys.flatMap((entry) => entry.keys).filter((key) => key !== "`");
  expect(keys.length).toBeGreaterThan(10);
  expect(keys.filter((key) => readingCommand({ ...plain, key }, onPage) === null)).toEqual([]);
});

test.each([
  ["j", "next"],
  ["J", "next"],
  ["k", "previous"],
  ["t", "top"],
  ["/", "search"],
])("%s is %s", (key, command) => {
  expect(readingCommand({ ...plain, key }, onPage)).toBe(command);
});

test.each([" ", "ArrowDown", "PageDown", "Home", "End", "Tab", "Escape", "Enter", "constructor"])(
  "%s scrolls or does what it does everywhere",
  (key) => {
    expect(readingCommand({ ...plain, key }, onPage)).toBeNull();
  },
);

test("keys rest where somebody types, and with Ctrl, Alt or Meta", () => {
  expect(readingCommand({ ...plain, key: "j" }, inField)).toBeNull();
  expect(readingCommand({ ...plain, key: "j", ctrlKey: true }, onPage)).toBeNull();
  expect(readingCommand({ ...plain, key: "j" }, null)).toBe("next");
});
