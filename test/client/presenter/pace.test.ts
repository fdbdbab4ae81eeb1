/** Whether the talk is on time. */
import { describe, expect, test } from "vitest";
import { type Plan, paceText, planOf, slideTimeText } from "../../../client/presenter/pace.ts";

const minute = 60_000;
const slide = { continued: false };
const minutesOf = (plan: Plan | null) => plan?.map(({ endMs }) => endMs / minute);

describe("the plan", () => {
  test("follows the slides' own paces", () => {
    const plan = planOf(
      [
        { ...slide, paceSeconds: 60 },
        { ...slide, paceSeconds: 180 },
      ],
      null,
    );
    expect(minutesOf(plan)).toEqual([1, 4]);
  });

  test("shares the talk's time among slides without a pace", () => {
    expect(minutesOf(planOf([slide, slide, slide, slide], 20))).toEqual([5, 10, 15, 20]);
  });

  test("gives what the paced slides leave to the others", () => {
    expect(minutesOf(planOf([slide, { ...slide, paceSeconds: 600 }, slide], 30))).toEqual([10, 20, 30]);
  });

  test("takes a slide and those that continue it for one", () => {
    const plan = planOf([slide, { continued: true }, { continued: true }, { continued: true }, slide], 20);
    expect(minutesOf(plan)).toEqual([2.5, 5, 7.5, 10, 20]);
  });

  test("shares a page's pace among the slides that continue it, unless each has its own", () => {
    const paced = { ...slide, paceSeconds: 240 };
    expect(minutesOf(planOf([paced, { continued: true }], null))).toEqual([2, 4]);
    expect(minutesOf(planOf([paced, { continued: true, paceSeconds: 60 }], null))).toEqual([4, 5]);
  });

  test("leaves slides no time where the paces take it all", () => {
    expect(minutesOf(planOf([{ ...slide, paceSeconds: 600 }, slide], 5))).toEqual([10, 10]);
  });

  test("is not there where a slide's time cannot be known", () => {
    expect(planOf([slide, slide], null)).toBeNull();
    expect(planOf([slide, { ...slide, paceSeconds: 60 }], null)).toBeNull();
    expect(planOf([], 20)).toBeNull();
  });
});

describe("the words", () => {
  const plan = planOf([slide, slide, slide], 30) ?? [];
  test.each([
    [2, 10, "on time"],
    [2, 19, "on time"],
    [2, 20.4, "on time"],
    [2, 20.6, "1 min behind"],
    [2, 22, "2 min behind"],
    [2, 9.6, "on time"],
    [2, 9.4, "1 min ahead"],
    [3, 12, "8 min ahead"],
    [3, 31, "1 min behind"],
  ])("on slide %i after %d minutes: %s", (index, minutes, text) => {
    expect(paceText(plan, index, minutes * minute)).toBe(text);
  });

  test("tell how long a slide may go on", () => {
    expect(slideTimeText(80_000, 120_000)).toBe("1:20 of 2:00 on this slide");
  });
});
