import { expect, test } from "vitest";
import { fontSizeForCells, fontSizeForWidth } from "../../../client/terminal/font-size.ts";

test("the larger the terminal, the larger its letters, within what can be read", () => {
  expect([372, 540, 790, 1190, 3000].map(fontSizeForWidth)).toEqual([11, 13, 16, 22, 22]);
});

test("a viewer sees all columns and rows of the one in control", () => {
  const cell = { widthPx: 9, heightPx: 18 };
  const size = fontSizeForCells(100, 30, { widthPx: 450, heightPx: 1000 }, cell, 15);
  expect(size).toBe(7.5);
  expect((100 * cell.widthPx * size) / 15).toBeLessThanOrEqual(450);
  expect(fontSizeForCells(100, 30, { widthPx: 2000, heightPx: 270 }, cell, 15)).toBe(7.5);
});

test("a box that is not laid out yet changes nothing", () => {
  expect(fontSizeForCells(100, 30, { widthPx: 0, heightPx: 0 }, { widthPx: 0, heightPx: 0 }, 15)).toBe(15);
});
