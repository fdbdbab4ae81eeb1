/** A small demo: two acts, and a hidden step before each of them. */
import type { DemoReport } from "../../../client/connection/index.ts";
import type { Demo, Step, StepReport } from "../../../server/protocol.ts";

const step = (index: number, hidden = false): Step => ({
  step: index,
  text: [],
  notes: [],
  lines: [`echo ${index}`],
  node: "node1",
  expect: { exit: "zero", output: null, timeoutMs: 1000 },
  background: false,
  interruptAfterMs: null,
  hidden,
  line: index + 1,
});

export const demo: Demo = {
  name: "demo1",
  title: "A demo",
  text: [],
  nodes: ["node1"],
  problems: [],
  acts: [
    { title: "One", text: [], steps: [step(0, true), step(1), step(2)] },
    { title: "Two", text: [], steps: [step(3, true), step(4)] },
  ],
};

/** A report in which the steps have these states, and `next` would play next. */
export function report(states: StepReport["state"][], next: number | null): DemoReport {
  const steps = states.map((state) => ({ state, exit: null, durationMs: null, why: null }));
  return { steps, next, paused: null };
}
