/** Keys in the overview: about in the grid, to a number, and out of it. */
import { describe, expect, test } from "vitest";
import { overviewCommand, withDigit } from "../../../client/overview/overview-key.ts";

const plain = { ctrlKey: false, altKey: false, metaKey: false, isComposing: false };
/** Ten cells in rows of four, two of which fit the window. */
const at = (cell: number) => ({ cell, count: 10, columns: 4, rowsInView: 2 });
const press = (key: string, cell: number) => overviewCommand({ ...plain, key }, at(cell));

describe("moving", () => {
  test.each([
    ["ArrowRight", 3, 4],
    ["ArrowRight", 9, 9],
    ["ArrowLeft", 4, 3],
    ["ArrowLeft", 0, 0],
    ["ArrowDown", 1, 5],
    ["ArrowDown", 7, 9],
    ["ArrowDown", 8, 8],
    ["ArrowUp", 9, 5],
    ["ArrowUp", 2, 2],
    ["PageDown", 1, 9],
    ["PageUp", 9, 1],
    ["PageUp", 3, 0],
    ["Home", 7, 0],
    ["End", 2, 9],
  ])("%s leads from cell %i to %i", (key, from, to) => {
    expect(press(key, from)).toEqual({ type: "select", cell: to });
  });

  test("a window lower than a row still moves by rows", () => {
    expect(overviewCommand({ ...plain, key: "PageDown" }, { ...at(0), rowsInView: 0 })).toEqual({
      type: "select",
      cell: 4,
    });
  });
});

test.each([
  ["Enter", { type: "go" }],
  [" ", { type: "go" }],
  ["o", { type: "close" }],
  ["+", { type: "size", by: 1 }],
  ["=", { type: "size", by: 1 }],
  ["-", { type: "size", by: -1 }],
  ["Backspace", { type: "delete" }],
  ["7", { type: "digit", digit: "7" }],
])("%s", (key, command) => {
  expect(press(key, 0)).toEqual(command);
});

test.each(["Tab", "Escape", "x", "F5", "toString"])("%s is left alone", (key) => {
  expect(press(key, 0)).toBeNull();
});

test("keys with Ctrl, Alt or Meta are the browser's", () => {
  for (const held of ["ctrlKey", "altKey", "metaKey"] as const)
    expect(overviewCommand({ ...plain, key: "+", [held]: true }, at(0))).toBeNull();
});

describe("a number", () => {
  test("grows with each digit", () => {
    expect(withDigit("", "1", 20)).toBe("1");
    expect(withDigit("1", "2", 20)).toBe("12");
  });

  test("begins anew where it would be past the last slide", () => {
    expect(withDigit("12", "5", 20)).toBe("5");
    expect(withDigit("1", "9", 4)).toBe("");
  });

  test("does not begin with 0", () => {
    expect(withDigit("", "0", 20)).toBe("");
    expect(withDigit("1", "0", 20)).toBe("10");
  });
});
