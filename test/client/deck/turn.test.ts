/** How one slide follows another, and which slides are kept ready for it. */
import { expect, test } from "vitest";
import { roundOf } from "../../../client/deck/round.ts";
import { turnKind } from "../../../client/deck/turn-kind.ts";

const slide = (index: number, properties: Record<string, string> = {}, continued = false) => ({
  index,
  continued,
  properties,
});

test("slides follow each other as the deck says", () => {
  expect(turnKind(slide(1), slide(2), { transition: "fade" })).toBe("fade");
  expect(turnKind(slide(1), slide(2), { transition: "none" })).toBe("none");
});

test("a slide's own word counts on the way to it and back from it, not on the way on", () => {
  const own = slide(2, { transition: "slide" });
  const deck = { transition: "none" } as const;
  expect(turnKind(slide(1), own, deck)).toBe("slide");
  expect(turnKind(own, slide(1), deck)).toBe("slide");
  expect(turnKind(own, slide(3), deck)).toBe("none");
});

test("a word that names no transition leaves the deck's", () => {
  expect(turnKind(slide(1), slide(2, { transition: "spin" }), { transition: "fade" })).toBe("fade");
});

test("what is added piece by piece does not push the slide away", () => {
  expect(turnKind(slide(1), slide(2, {}, true), { transition: "slide" })).toBe("fade");
  expect(turnKind(slide(2, {}, true), slide(1), { transition: "slide" })).toBe("fade");
  expect(turnKind(slide(1), slide(5, {}, true), { transition: "slide" })).toBe("slide");
});

test("a slide that was drawn anew in its place is not turned to", () => {
  expect(turnKind(slide(3), slide(3), { transition: "fade" })).toBe("none");
});

test("the current slide comes first, its neighbours when there is time, and no others ever", () => {
  expect(roundOf(5, null, 20)).toEqual([5]);
  expect(roundOf(5, 5, 20)).toEqual([4, 5, 6]);
  expect(roundOf(6, 5, 20)).toEqual([5, 6]);
  expect(roundOf(6, 6, 20)).toEqual([5, 6, 7]);
  expect(roundOf(15, 6, 20)).toEqual([15]);
});

test("the ends have one neighbour, and a deck of one slide none", () => {
  expect(roundOf(1, 1, 20)).toEqual([1, 2]);
  expect(roundOf(20, 20, 20)).toEqual([19, 20]);
  expect(roundOf(1, 1, 1)).toEqual([1]);
});
