/** What the runner knows of one node's shell, and of the step that runs on in it. */
import type { Expectation } from "./demo.ts";
import type { Report } from "./runner.ts";
import type { Transcript } from "./transcript.ts";
import { judge } from "./verdict.ts";

/** A step whose last command runs on while others play. */
export interface RunningOn {
  /** As it is among the runner's reports. */
  report: Report;
  expect: Expectation;
  output: Transcript;
  startedAt: number;
  /** It was ended because the next step needs its shell: how it ends does not count any more. */
  isInterrupted: boolean;
}

export interface ShellState {
  isAtPrompt: boolean;
  /** A person may have typed something that stands on the command line. */
  isLineDirty: boolean;
  hasEnded: boolean;
  runningOn: RunningOn | null;
}

/** A shell that has not shown its first prompt. */
export function freshShell(): ShellState {
  return { isAtPrompt: false, isLineDirty: false, hasEnded: false, runningOn: null };
}

/** The report of a step that ran on, now that its command has ended with this status. */
export function reportOf(step: RunningOn, status: number | null, now: number): Report {
  const expect: Expectation = step.isInterrupted ? { ...step.expect, exit: "any" } : step.expect;
  const why = judge(expect, status, step.output.text);
  const durationMs = Math.round(now - step.startedAt);
  return { state: why === null ? "done" : "failed", exit: status, durationMs, why };
}
