/** The times of the presenter's view. */
import { expect, test } from "vitest";
import { clockText, wallClockText } from "../../../client/presenter/clock-text.ts";
import { countdown } from "../../../client/presenter/countdown.ts";
import { spentOn, turnTo } from "../../../client/presenter/slide-times.ts";
import { elapsedAt } from "../../../client/presenter/talk-clock.ts";

const second = 1000;
const minute = 60 * second;

test.each([
  [0, "0:00"],
  [999, "0:00"],
  [65 * second, "1:05"],
  [59 * minute + 59 * second, "59:59"],
  [61 * minute + 5 * second, "1:01:05"],
  [-5 * second, "0:00"],
])("%i ms are shown as %s", (ms, text) => {
  expect(clockText(ms)).toBe(text);
});

test("the time of day is told to the minute, as it is written there", () => {
  const now = new Date(2026, 4, 1, 14, 5, 30);
  expect(wallClockText(now, "en-GB")).toBe("14:05");
  expect(wallClockText(now, "en-US").replace(/\s/, " ")).toBe("2:05 PM");
});

test("a running clock goes on between the server's words, a stopped one stands", () => {
  expect(elapsedAt({ elapsedMs: 5000, isRunning: true, atMs: 100 }, 2100)).toBe(7000);
  expect(elapsedAt({ elapsedMs: 5000, isRunning: false, atMs: 100 }, 2100)).toBe(5000);
});

test("what is left and what has passed add up in whole seconds", () => {
  expect(countdown(10, 2 * minute + 700)).toEqual({ time: "8:00", words: "left", tone: "plain" });
});

test("the last five minutes and the time over are told in words, too", () => {
  expect(countdown(10, 5 * minute).tone).toBe("plain");
  expect(countdown(10, 5 * minute + second)).toEqual({
    time: "4:59",
    words: "left, under 5 minutes",
    tone: "soon",
  });
  expect(countdown(10, 10 * minute)).toMatchObject({ time: "0:00", tone: "soon" });
  expect(countdown(10, 11 * minute + 5 * second)).toEqual({ time: "1:05", words: "over time", tone: "over" });
});

test("the time on a slide counts all looks at it", () => {
  const first = turnTo(null, 1, 0);
  const second = turnTo(first, 2, 4000);
  const back = turnTo(second, 1, 5000);
  expect(spentOn(back, 1, 7000)).toBe(6000);
  expect(spentOn(back, 2, 7000)).toBe(1000);
  expect(spentOn(back, 3, 7000)).toBe(0);
});

test("a word of the clock alone changes nothing", () => {
  const times = turnTo(null, 3, 4000);
  expect(turnTo(times, 3, 9000)).toBe(times);
});

test("a clock that was reset begins anew on the slide that is shown", () => {
  const times = turnTo(turnTo(turnTo(null, 1, 0), 2, 4000), 3, 9000);
  const reset = turnTo(times, 3, 0);
  expect(spentOn(reset, 3, 2000)).toBe(2000);
  expect(spentOn(reset, 1, 2000)).toBe(0);
});
