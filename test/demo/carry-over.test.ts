/** A demo's script is saved while it is open: what was played stays played. */
import { expect, test } from "vitest";
import { carryOver } from "../../server/demo/carry-over.ts";
import type { Step } from "../../server/demo/index.ts";
import { type Report, Runner } from "../../server/demo/runner.ts";

const idle: Report = { state: "idle", exit: null, durationMs: null, why: null };
const done: Report = { state: "done", exit: 0, durationMs: 5, why: null };
const failed: Report = { state: "failed", exit: 1, durationMs: 5, why: "no" };

/** Steps by their commands; text and line number differ with every save. */
const steps = (...commands: string[]): Step[] =>
  commands.map((command, step) => ({
    step,
    text: [String(Math.random())],
    notes: [],
    lines: [command.replace("@", "")],
    node: command.startsWith("@") ? "node2" : "node1",
    expect: { exit: "zero", output: null, timeoutMs: 1000 },
    background: false,
    interruptAfterMs: null,
    hidden: false,
    line: step + 7,
  }));

function after(played: number, before: string[], now: string[]) {
  const reports = before.map((_, index) => (index < played ? done : idle));
  const { reports: carried, current } = carryOver(
    { steps: steps(...before), reports, current: played },
    steps(...now),
  );
  return { states: carried.map(({ state }) => state).join(" "), current };
}

test("a change of words keeps everything", () => {
  expect(after(2, ["a", "b", "c"], ["a", "b", "c"])).toEqual({ states: "done done idle", current: 2 });
});

test("a new step behind what was played waits for its turn", () => {
  expect(after(2, ["a", "b", "c"], ["a", "b", "new", "c"])).toEqual({
    states: "done done idle idle",
    current: 2,
  });
});

test("a new step before the last that was played is skipped", () => {
  expect(after(2, ["a", "b", "c"], ["a", "new", "b", "c"])).toEqual({
    states: "done skipped done idle",
    current: 3,
  });
});

test("the step that was played last plays again when its commands are others now", () => {
  expect(after(2, ["a", "b", "c"], ["a", "b better", "c"])).toEqual({
    states: "done idle idle",
    current: 1,
  });
});

test("a step that is gone takes nothing else along", () => {
  expect(after(3, ["a", "b", "c", "d"], ["a", "c", "d"])).toEqual({ states: "done done idle", current: 2 });
});

test("a step that was moved to the front does not make the others play again", () => {
  expect(after(3, ["a", "b", "c"], ["c", "a", "b"])).toEqual({ states: "skipped done done", current: 3 });
});

test("equal steps are told apart by their order", () => {
  expect(after(2, ["a", "a", "a"], ["a", "a", "a", "a"])).toEqual({
    states: "done done idle idle",
    current: 2,
  });
});

test("the same commands on another node are another step", () => {
  expect(after(1, ["x"], ["@x"])).toEqual({ states: "idle", current: 0 });
});

test("a wholly new script begins at its beginning, and an emptied one is over", () => {
  expect(after(2, ["a", "b"], ["x", "y"])).toEqual({ states: "idle idle", current: 0 });
  expect(after(2, ["a", "b"], [])).toEqual({ states: "", current: 0 });
});

test("a failure stays a failure", () => {
  const before = { steps: steps("a", "b"), reports: [failed, idle], current: 1 };
  expect(carryOver(before, steps("a", "new")).reports).toEqual([failed, idle]);
});

test("the runner goes on behind what was played, and refuses while it plays", () => {
  const runner = new Runner(steps("a", "b"));
  runner.join("node1");
  runner.mark("node1", { kind: "input", status: null });
  runner.play(0);
  expect(runner.replace(steps("x"))).toEqual([]);
  expect(runner.steps.length).toBe(2);
  runner.key();
  runner.key();
  runner.mark("node1", { kind: "started", status: null });
  runner.mark("node1", { kind: "ended", status: 0 });
  expect(runner.replace(steps("a", "between", "b"))).toEqual([{ do: "changed" }]);
  expect(runner.reports.map(({ state }) => state)).toEqual(["done", "idle", "idle"]);
  expect(runner.next).toBe(1);
});
