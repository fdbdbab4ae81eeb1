/** What comes next. */
import { expect, test } from "vitest";
import { nextUp } from "../../../client/presenter/next-up.ts";

const slides = [{ steps: 0 }, { steps: 2 }, { steps: 0 }];

test("the steps of a slide come before the next slide", () => {
  expect(nextUp(slides, { slide: 1, step: 0 })).toEqual({ kind: "slide", slide: 2 });
  expect(nextUp(slides, { slide: 2, step: 0 })).toEqual({ kind: "step", slide: 2, step: 1 });
  expect(nextUp(slides, { slide: 2, step: 1 })).toEqual({ kind: "step", slide: 2, step: 2 });
  expect(nextUp(slides, { slide: 2, step: 2 })).toEqual({ kind: "slide", slide: 3 });
});

test("after the last slide comes nothing", () => {
  expect(nextUp(slides, { slide: 3, step: 0 })).toEqual({ kind: "end" });
});
