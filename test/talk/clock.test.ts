/** The talk's clock, and a reset taken back. */
import { expect, test } from "vitest";
import { Clock } from "../../server/talk/clock.ts";

test("a reset that is taken back counts what has passed since, too, and only once", () => {
  let now = 0;
  const clock = new Clock(() => now);
  clock.start();
  now = 60_000;
  clock.reset();
  now = 64_000;
  clock.restore();
  expect(clock.state).toEqual({ elapsedMs: 64_000, isRunning: true });
  clock.restore();
  expect(clock.state.elapsedMs).toBe(64_000);
});

test("a clock that stood shows the old time again", () => {
  let now = 0;
  const clock = new Clock(() => now);
  clock.start();
  now = 5000;
  clock.stop();
  clock.reset();
  expect(clock.state.elapsedMs).toBe(0);
  clock.restore();
  expect(clock.state).toEqual({ elapsedMs: 5000, isRunning: false });
});
