import { expect, test } from "vitest";
import { durationText, reportText } from "../../../client/terminal/report-text.ts";

test("a report is told in a few words, its state first", () => {
  expect(reportText({ state: "done", exit: 0, durationMs: 230, why: null })).toBe("done · exit 0 · 0.2 s");
  expect(reportText({ state: "failed", exit: 1, durationMs: 1000, why: "x" })).toBe(
    "failed · exit 1 · 1.0 s",
  );
  expect(reportText({ state: "idle", exit: null, durationMs: null, why: null })).toBe("idle");
});

test("what still runs has no duration", () => {
  expect(reportText({ state: "running", exit: null, durationMs: 12, why: null })).toBe("running");
});

test("durations are as exact as they are short", () => {
  expect([49, 9940, 9960, 59_400, 61_000].map(durationText)).toEqual([
    "0.0 s",
    "9.9 s",
    "10 s",
    "59 s",
    "1 min 1 s",
  ]);
});
