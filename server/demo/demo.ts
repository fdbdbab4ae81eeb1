/** A parsed demo: plain JSON, made from a script in `demos/`. */
import type { Problem, SlideNode } from "../deck/index.ts";

/** What a step's last command must show; every command before it must exit with 0 unless `exit` is "any". */
export interface Expectation {
  exit: "zero" | "nonzero" | "any" | number;
  /** Source and flags of a regular expression on the step's output without escape sequences. */
  output: { source: string; flags: string } | null;
  timeoutMs: number;
}

export interface Step {
  /** Position in the demo, from 0; hidden steps count. */
  step: number;
  /** The comment above the commands, rendered. */
  text: SlideNode[];
  /** Notes for the presenter, rendered. */
  notes: SlideNode[];
  /** The commands as they stand in the script, a line each. */
  lines: string[];
  node: string;
  expect: Expectation;
  /** Runs on while the next step plays. */
  background: boolean;
  /** Ctrl-C is sent this long after the start; null: never. */
  interruptAfterMs: number | null;
  /** Set-up and clean-up: played without being shown as a step. */
  hidden: boolean;
  /** Line of the first command in the script, from 1. */
  line: number;
}

export interface Act {
  title: string;
  text: SlideNode[];
  steps: Step[];
}

export interface Demo {
  name: string;
  title: string;
  text: SlideNode[];
  /** Nodes of the lab it needs. */
  nodes: string[];
  acts: Act[];
  problems: Problem[];
}
