/** Moves take steps and slides and end at the deck's ends, numbers are the counted ones, and fingers swipe. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { indexOfNumber, moveFrom, slideAfter } from "../../../client/deck/moves.ts";
import { swipe } from "../../../client/deck/swipe.ts";

/** Five slides, of which the second takes two clicks and the last one. */
const slides = [0, 2, 0, 0, 1].map((steps) => ({ steps }));
const at = (slide: number, step = 0) => ({ slide, step });

test("moves go from slide to slide, and the first and the last hold", () => {
  expect(moveFrom(at(3), "next", slides)).toEqual(at(4));
  expect(moveFrom(at(4), "previous", slides)).toEqual(at(3));
  expect(moveFrom(at(1), "previous", slides)).toEqual(at(1));
  expect(moveFrom(at(5, 1), "next", slides)).toEqual(at(5, 1));
});

test("a slide's steps come before the next slide", () => {
  expect(moveFrom(at(1), "next", slides)).toEqual(at(2));
  expect(moveFrom(at(2), "next", slides)).toEqual(at(2, 1));
  expect(moveFrom(at(2, 1), "next", slides)).toEqual(at(2, 2));
  expect(moveFrom(at(2, 2), "next", slides)).toEqual(at(3));
});

test("the way back is the same in reverse", () => {
  expect(moveFrom(at(3), "previous", slides)).toEqual(at(2, 2));
  expect(moveFrom(at(2, 2), "previous", slides)).toEqual(at(2, 1));
  expect(moveFrom(at(2), "previous", slides)).toEqual(at(1));
});

test("going on from the start passes every step of every slide, and going back retraces it", () => {
  fc.assert(
    fc.property(fc.array(fc.nat(4), { minLength: 1, maxLength: 9 }), (counts) => {
      const deck = counts.map((steps) => ({ steps }));
      const all = deck.flatMap(({ steps }, index) =>
        Array.from({ length: steps + 1 }, (_, step) => at(index + 1, step)),
      );
      const walk = (from: ReturnType<typeof at>, move: "next" | "previous") => {
        const way = [from];
        for (let place = from; way.length < all.length; way.push(place)) place = moveFrom(place, move, deck);
        return way;
      };
      expect(walk(at(1), "next")).toEqual(all);
      expect(walk(at(deck.length, counts.at(-1)), "previous")).toEqual(all.toReversed());
    }),
  );
});

test("Home and End lead to a slide's first look", () => {
  expect(moveFrom(at(2, 1), "first", slides)).toEqual(at(1));
  expect(moveFrom(at(2, 1), "last", slides)).toEqual(at(5));
  expect(moveFrom(at(5, 1), "last", slides)).toEqual(at(5));
  expect(moveFrom(at(1), "last", [])).toEqual(at(1));
});

test("after a demo the talk goes on with the next slide, whatever steps are left", () => {
  expect(slideAfter(2, slides)).toEqual(at(3));
  expect(slideAfter(5, slides)).toEqual(at(5));
});

test("a typed number is the number that a slide shows, not its place", () => {
  const slides = [0, 1, 1, 2, 3].map((number, index) => ({ index: index + 1, number }));
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
