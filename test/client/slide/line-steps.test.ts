/** Line steps: which lines a click leaves in full, and what is said about it. */
import { expect, test } from "vitest";
import { isPlain, lookAt, sayLook, showsLine } from "../../../client/slide/line-steps.ts";
import { sayStep } from "../../../client/slide/say-step.ts";
import type { SlideNode } from "../../../server/protocol.ts";

const shown = (look: string) => [1, 2, 3, 4, 5].filter((line) => showsLine(look, line));

test("a look shows the lines that it names", () => {
  expect(shown("1")).toEqual([1]);
  expect(shown("2-3")).toEqual([2, 3]);
  expect(shown("1,3-4")).toEqual([1, 3, 4]);
  expect(shown("all")).toEqual([1, 2, 3, 4, 5]);
  expect(shown("*")).toEqual([1, 2, 3, 4, 5]);
  expect(shown("none")).toEqual([]);
});

test("only all lines alike is plain", () => {
  expect(["all", "*", "none", "1"].map(isPlain)).toEqual([true, true, false, false]);
});

test("a block has its first look until its clicks begin, and keeps its last", () => {
  const steps = ["1", "2-3", "all"];
  expect([0, 1, 2, 3].map((step) => lookAt(steps, 0, step))).toEqual(["1", "2-3", "all", "all"]);
  expect([0, 2, 3, 4, 9].map((step) => lookAt(steps, 2, step))).toEqual(["1", "1", "2-3", "all", "all"]);
});

test("a look is said in words", () => {
  expect(sayLook("2", 5)).toBe("line 2 of 5");
  expect(sayLook("2-3", 5)).toBe("lines 2 to 3 of 5");
  expect(sayLook("1,3,4-5", 5)).toBe("lines 1, 3 and 4 to 5 of 5");
  expect(sayLook("all", 5)).toBe("all lines");
  expect(sayLook("none", 5)).toBe("no line");
});

const block = (steps: string[], firstClick: number, lines: number): SlideNode => [
  "div",
  {},
  [
    "code-block",
    { steps, firstClick },
    ...Array.from({ length: lines }, (): SlideNode => ["span", { className: "line" }]),
  ],
];

test("a click says what it changed, and only that", () => {
  const content = [block(["1", "2-3", "all"], 0, 5), block(["1", "4"], 2, 4), "text"];
  expect(sayStep(content, 0, 1)).toBe("Lines 2 to 3 of 5");
  expect(sayStep(content, 1, 2)).toBe("All lines");
  expect(sayStep(content, 2, 3)).toBe("Line 4 of 4");
  expect(sayStep(content, 3, 2)).toBe("Line 1 of 4");
  expect(sayStep(content, 1, 3)).toBe("All lines; line 4 of 4");
  expect(sayStep(content, 1, 1)).toBe("");
});
