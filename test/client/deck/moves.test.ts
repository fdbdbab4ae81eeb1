/** Moves end at the deck's ends, numbers are the counted ones, and fingers swipe. */
import { expect, test } from "vitest";
import { indexOfNumber, moveFrom } from "../../../client/deck/moves.ts";
import { swipe } from "../../../client/deck/swipe.ts";

test("the first and the last slide hold", () => {
  expect(moveFrom(1, "previous", 20)).toBe(1);
  expect(moveFrom(20, "next", 20)).toBe(20);
  expect(moveFrom(7, "next", 20)).toBe(8);
  expect(moveFrom(7, "previous", 20)).toBe(6);
  expect(moveFrom(7, "first", 20)).toBe(1);
  expect(moveFrom(7, "last", 20)).toBe(20);
});

test("a typed number is the number that a slide shows, not its place", () => {
  const slides = [0, 1, 1, 2, 3].map((number, at) => ({ index: at + 1, number }));
  expect(indexOfNumber(1, slides)).toBe(2);
  expect(indexOfNumber(2, slides)).toBe(4);
  expect(indexOfNumber(0, slides)).toBe(2);
  expect(indexOfNumber(99, slides)).toBe(5);
  expect(indexOfNumber(5, [])).toBe(1);
});

test("a finger to the left goes on, to the right goes back", () => {
  const start = { x: 200, y: 300 };
  expect(swipe(start, { x: 90, y: 320 })).toBe("next");
  expect(swipe(start, { x: 310, y: 280 })).toBe("previous");
});

test("a tap and a scroll are no swipe", () => {
  const start = { x: 200, y: 300 };
  expect(swipe(start, { x: 190, y: 301 })).toBeNull();
  expect(swipe(start, { x: 120, y: 180 })).toBeNull();
});
