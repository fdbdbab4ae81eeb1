import { expect, test } from "vitest";
import { timeLeft } from "../../../client/terminal/lease-text.ts";

test("what is left is minutes and seconds, and never less than nothing", () => {
  expect([60_000, 59_001, 59_000, 9_400, 1, 0, -5].map(timeLeft)).toEqual([
    "1:00",
    "1:00",
    "0:59",
    "0:10",
    "0:01",
    "0:00",
    "0:00",
  ]);
});
