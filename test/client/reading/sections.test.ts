/** A deck as a text: what its sections and its contents are. */
import { describe, expect, test } from "vitest";
import {
  contentsOf,
  contentsOfSection,
  sectionOfSlide,
  sectionsOf,
} from "../../../client/reading/sections.ts";

const entry = (index: number, title: string, continued = false) => ({
  index,
  number: index,
  title,
  continued,
});
const sections = sectionsOf([
  entry(1, "Start"),
  entry(2, "Steps"),
  entry(3, "Steps", true),
  entry(4, "Steps", true),
  entry(5, "Tools"),
  entry(6, "Tools"),
  entry(7, ""),
  entry(8, "End"),
]);

test("the steps of a slide are one section, of which the last step is shown", () => {
  expect(sections.map(({ first, last }) => [first, last])).toEqual([
    [1, 1],
    [2, 4],
    [5, 5],
    [6, 6],
    [7, 7],
    [8, 8],
  ]);
});

test.each([
  [1, 0],
  [2, 1],
  [3, 1],
  [4, 1],
  [5, 2],
  [8, 5],
  [99, 5],
])("slide %i is in section %i", (slide, section) => {
  expect(sectionOfSlide(sections, slide)).toBe(section);
});

test("a title that a later step brings is the section's", () => {
  expect(sectionsOf([entry(1, ""), entry(2, "Late", true)])).toEqual([
    { first: 1, last: 2, number: 1, title: "Late" },
  ]);
});

describe("the contents", () => {
  const contents = contentsOf(sections, "The deck");

  test("have a line for each title, and one for sections that go on under it", () => {
    expect(contents.map(({ title, slide }) => [title, slide])).toEqual([
      ["Start", 1],
      ["Steps", 2],
      ["Tools", 5],
      ["End", 8],
    ]);
  });

  test.each([
    [0, 0],
    [2, 2],
    [3, 2],
    [4, 2],
    [5, 3],
  ])("section %i belongs to line %i", (section, line) => {
    expect(contentsOfSection(contents, section)).toBe(line);
  });

  test("begin with the deck's title where the first slide has none", () => {
    expect(contentsOf(sectionsOf([entry(1, ""), entry(2, "A")]), "The deck")[0]?.title).toBe("The deck");
  });
});

test("an empty deck has neither", () => {
  expect(sectionsOf([])).toEqual([]);
  expect(contentsOf([], "x")).toEqual([]);
  expect(sectionOfSlide([], 3)).toBe(0);
});
