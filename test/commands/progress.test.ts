/** How far a command is, told to those who wait. */
import { expect, test } from "vitest";
import { startProgress } from "../../server/commands/progress.ts";

function watched(isTTY: boolean) {
  let now = 0;
  const written: string[] = [];
  const stream = { isTTY, write: (text: string) => written.push(text) > 0 };
  const progress = startProgress(stream as never, () => now);
  const at = (time: number, text: string) => {
    now = time;
    progress(text);
  };
  return { at, progress, written };
}

test("nothing is said in the first second", () => {
  const { at, progress, written } = watched(true);
  at(999, "1 of 3");
  progress.done();
  expect(written).toEqual([]);
});

test("a terminal has one line, which is taken away at the end", () => {
  const { at, progress, written } = watched(true);
  at(1000, "1 of 3");
  at(1100, "2 of 3");
  progress.done();
  expect(written).toEqual(["\r\u001b[K1 of 3", "\r\u001b[K2 of 3", "\r\u001b[K"]);
});

test("a log has a line now and then, without control characters", () => {
  const { at, progress, written } = watched(false);
  at(1000, "1 of 9");
  at(1100, "2 of 9");
  at(6000, "3 of 9");
  progress.done();
  expect(written).toEqual(["1 of 9\n", "3 of 9\n"]);
});
