/** What the overview shows of a deck with slides in steps. */
import { describe, expect, test } from "vitest";
import { cellOfSlide, cellsOf, hasSteps, slideWithNumber } from "../../../client/overview/cells.ts";

const entry = (index: number, title: string, continued = false, number = index) => ({
  index,
  number,
  title,
  continued,
});
/** Slide 2 is shown in three steps, of which the last two are slides 3 and 4. */
const deck = [
  entry(1, "Start"),
  entry(2, "Steps"),
  entry(3, "Steps", true),
  entry(4, "Steps", true),
  entry(5, "End"),
];

describe("folded", () => {
  const cells = cellsOf(deck, true);

  test("steps are one cell that leads to the first and shows the last", () => {
    expect(cells.map(({ slide, shown, steps }) => [slide, shown, steps])).toEqual([
      [1, 1, 1],
      [2, 4, 3],
      [5, 5, 1],
    ]);
  });

  test.each([
    [1, 0],
    [2, 1],
    [3, 1],
    [4, 1],
    [5, 2],
  ])("slide %i is in cell %i", (slide, cell) => {
    expect(cellOfSlide(cells, slide)).toBe(cell);
  });

  test("a title that comes with a later step is the cell's", () => {
    expect(cellsOf([entry(1, ""), entry(2, "Late", true)], true)[0]?.title).toBe("Late");
  });
});

test("unfolded, each step is a cell that says which step it is", () => {
  const cells = cellsOf(deck, false);
  expect(cells.map(({ slide, shown, step }) => [slide, shown, step])).toEqual([
    [1, 1, null],
    [2, 2, 1],
    [3, 3, 2],
    [4, 4, 3],
    [5, 5, null],
  ]);
  expect(cellOfSlide(cells, 4)).toBe(3);
});

test("a deck that begins with a continued slide has a cell for it", () => {
  expect(cellsOf([entry(1, "a", true), entry(2, "b")], true).map(({ slide }) => slide)).toEqual([1, 2]);
  expect(hasSteps([entry(1, "a", true)])).toBe(false);
  expect(hasSteps(deck)).toBe(true);
});

test("a number leads to the first slide that has it", () => {
  const uncounted = [entry(1, "a"), entry(2, "b", false, 1), entry(3, "c", false, 2)];
  expect(slideWithNumber(uncounted, 1)).toBe(1);
  expect(slideWithNumber(uncounted, 2)).toBe(3);
  expect(slideWithNumber(uncounted, 3)).toBeNull();
});

test("an empty deck has no cells", () => {
  expect(cellsOf([], true)).toEqual([]);
  expect(cellOfSlide([], 1)).toBe(0);
});
