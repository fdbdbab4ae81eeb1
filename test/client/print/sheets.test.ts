/** Which sheets of paper a deck takes. */
import { describe, expect, test } from "vitest";
import { readOptions, writeOptions } from "../../../client/print/options.ts";
import { paperFor } from "../../../client/print/paper.ts";
import { sheetFor, sheetsOf } from "../../../client/print/sheets.ts";

const all = readOptions("");
const slides = [
  { index: 1, continued: false, steps: 0 },
  { index: 2, continued: true, steps: 2 },
  { index: 3, continued: true, steps: 0 },
  { index: 4, continued: false, steps: 1 },
];
const told = (options: Partial<typeof all>) =>
  sheetsOf(slides, { ...all, ...options }).map(({ slide, step }) => `${slide}/${step}`);

describe("the sheets", () => {
  test("are one a slide, which shows all of its code", () => {
    expect(told({})).toEqual(["1/null", "2/null", "3/null", "4/null"]);
  });

  test("with steps are one for the first look and one a click", () => {
    expect(told({ steps: true })).toEqual(["1/null", "2/0", "2/1", "2/2", "3/null", "4/0", "4/1"]);
  });

  test("in last states only leave out slides that are continued", () => {
    expect(told({ final: true })).toEqual(["3/null", "4/null"]);
    expect(told({ final: true, steps: true })).toEqual(["3/null", "4/0", "4/1"]);
  });

  test("can be a part of the deck", () => {
    expect(told({ from: 2, to: 3 })).toEqual(["2/null", "3/null"]);
    expect(told({ from: 9 })).toEqual([]);
  });

  test("a link leads to a slide's first sheet, or to the slide that continues it", () => {
    const final = sheetsOf(slides, { ...all, final: true });
    expect(final[sheetFor(1, final)]).toEqual({ slide: 3, step: null });
    const steps = sheetsOf(slides, { ...all, steps: true });
    expect(steps[sheetFor(4, steps)]).toEqual({ slide: 4, step: 0 });
  });
});

describe("the address", () => {
  test.each(["", "?steps", "?steps&final&notes&dark", "?notes&from=3&to=9"])(
    "%j is read and written",
    (search) => {
      expect(writeOptions(readOptions(search))).toBe(search);
    },
  );

  test("takes values for what it knows and nothing else", () => {
    expect(readOptions("?steps=1&notes=0&final=false&other&from=x&to=-3")).toEqual({ ...all, steps: true });
  });
});

test("a page is the canvas; with notes, A4 on end", () => {
  expect(paperFor("16:9", false)).toEqual({ width: 1210, height: 681, slideHeight: 681 });
  expect(paperFor("4:3", false)).toEqual({ width: 908, height: 681, slideHeight: 681 });
  const { width, height } = paperFor("16:9", true);
  expect(height / width).toBeCloseTo(297 / 210, 2);
});
