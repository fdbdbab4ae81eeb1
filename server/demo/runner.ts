/**
 * Plays a demo's steps, one at a time, each in the shell of its node: a state machine fed by the shells' marks that knows no terminal and
 * no clock. Each line of a step is typed key by key at a prompt; the shell's own marks say when it started, wants more, or ended.
 */
import type { Mark } from "../terminal/index.ts";
import { carryOver } from "./carry-over.ts";
import type { Step } from "./demo.ts";
import { freshShell, reportOf, type ShellState } from "./shell-state.ts";
import { Transcript } from "./transcript.ts";
import { judge } from "./verdict.ts";

/** How long a shell may take to start a command after Enter, in ms. */
const startTimeoutMs = 2000;
/** A Ctrl-C that comes while the shell writes its continuation prompt can be lost; it is sent again after this, in ms. */
const interruptAgainMs = 100;

export type RunState = "idle" | "typing" | "running" | "done" | "failed" | "skipped";

export interface Report {
  state: RunState;
  exit: number | null;
  durationMs: number | null;
  why: string | null;
}

/** What the runner asks of the world; `key`, `deadline`, and `interrupt` of the same node replace the one before. */
export type Effect =
  | { do: "type"; node: string; text: string }
  /** Call `key()` after the time between two keystrokes. */
  | { do: "key" }
  /** Call `deadline()` after this time; null: never mind. */
  | { do: "deadline"; afterMs: number | null }
  /** Call `interrupt(node)` after this time; null: never mind. */
  | { do: "interrupt"; node: string; afterMs: number | null }
  | { do: "changed" };

type Phase =
  | { at: "rest" }
  | { at: "prompt" }
  | { at: "typing"; rest: string }
  | { at: "entered" }
  | { at: "running" }
  /** The command was not complete: it is interrupted until the shell shows its prompt again. */
  | { at: "abandoned"; interruptsLeft: number };

const incomplete = "the shell waits for the rest of the command";
const idle: Report = { state: "idle", exit: null, durationMs: null, why: null };
/** Ctrl-E Ctrl-U: takes away what stands on the command line; Ctrl-Y brings it back. */
const clearLine = "\x05\x15";

export class Runner {
  reports: Report[];
  paused: string | null = null;
  /** The first step that was not played. */
  current = 0;
  steps: Step[];
  private readonly now: () => number;
  private phase: Phase = { at: "rest" };
  private readonly shells = new Map<string, ShellState>();
  private line = 0;
  private output = new Transcript();
  private startedAt = 0;
  /** The last step that was asked for: hidden ones before it play first. */
  private goal = -1;

  constructor(steps: Step[], now: () => number = Date.now) {
    this.steps = steps;
    this.now = now;
    this.reports = steps.map(() => idle);
  }

  /** A node's shell is there; the first one is for steps that name no node. */
  join(node: string): void {
    this.shells.set(node, freshShell());
  }

  /** Whether a step is being typed or waited for; those that run on in the background do not count. */
  get isPlaying(): boolean {
    return this.phase.at !== "rest";
  }

  /** The visible step that would play next, or null after the last. */
  get next(): number | null {
    const from = this.isPlaying ? this.goal + 1 : this.current;
    const step = this.steps.findIndex((each, index) => index >= from && !each.hidden);
    return step < 0 ? null : step;
  }

  /** Plays a step if it is the next one and nothing plays; the second press of a double click does nothing. */
  play(step: number): Effect[] {
    if (this.isPlaying || step !== this.next) return [];
    this.goal = step;
    this.paused = null;
    return this.begin(this.current);
  }

  /** The script was saved: goes on behind the last step that was played. Only at rest. */
  replace(steps: Step[]): Effect[] {
    if (this.isPlaying) return [];
    const { reports, current } = carryOver(this, steps);
    this.steps = steps;
    this.reports = reports;
    this.current = current;
    for (const shell of this.shells.values())
      if (shell.runningOn && !reports.includes(shell.runningOn.report)) shell.runningOn = null;
    return [{ do: "changed" }];
  }

  /** A shell's mark. */
  mark(node: string, mark: Mark): Effect[] {
    const shell = this.shells.get(node);
    if (!shell) return [];
    const isCurrent = node === this.node;
    switch (mark.kind) {
      case "prompt":
        return [];
      case "input":
        shell.isAtPrompt = true;
        return [...this.endRunningOn(node, shell, null), ...(isCurrent ? this.prompted() : [])];
      case "more":
        return isCurrent && this.phase.at === "entered" ? this.wantsMore() : [];
      case "started":
        shell.isAtPrompt = false;
        shell.isLineDirty = false;
        return isCurrent ? this.started(shell) : [];
      case "ended":
        if (shell.runningOn) return this.endRunningOn(node, shell, mark.status);
        return isCurrent ? this.ended(mark.status) : [];
    }
  }

  /** Bytes that a node's terminal showed. */
  shown(node: string, bytes: Uint8Array): void {
    const runningOn = this.shells.get(node)?.runningOn;
    if (runningOn) runningOn.output.push(bytes);
    else if (this.phase.at === "running" && node === this.node) this.output.push(bytes);
  }

  /** A person typed: what is being typed stops; a program that runs gets their keys and goes on. */
  typed(node: string): Effect[] {
    const shell = this.shells.get(node);
    if (shell) shell.isLineDirty = true;
    if (node !== this.node) return [];
    if (this.phase.at !== "typing" && this.phase.at !== "prompt") return [];
    this.phase = { at: "rest" };
    this.reports[this.current] = idle;
    this.paused = "you typed: the step waits, and plays from its first line when you ask for it";
    return [{ do: "deadline", afterMs: null }, { do: "changed" }];
  }

  /** The time between two keystrokes is over. */
  key(): Effect[] {
    if (this.phase.at !== "typing") return [];
    const [next = "", ...rest] = this.phase.rest;
    if (next === "") {
      this.phase = { at: "entered" };
      if (this.shell) this.shell.isAtPrompt = false;
      return [this.type("\r"), { do: "deadline", afterMs: startTimeoutMs }];
    }
    this.phase = { at: "typing", rest: rest.join("") };
    return [this.type(next), { do: "key" }];
  }

  deadline(): Effect[] {
    const step = this.steps[this.current];
    if (this.phase.at === "abandoned") return this.abandon(this.phase.interruptsLeft - 1);
    if (this.phase.at === "prompt")
      return this.wait("the shell is busy: end its program (Ctrl-C), then play the step again");
    if (this.phase.at === "entered")
      return this.finish(null, "the shell did not take the command within 2 s");
    if (this.phase.at !== "running" || !step) return [];
    return this.finish(
      null,
      `expected an end within ${step.expect.timeoutMs / 1000} s; it still runs (Ctrl-C ends it)`,
    );
  }

  interrupt(node: string): Effect[] {
    const isRunning = this.phase.at === "running" && node === this.node;
    return isRunning || this.shells.get(node)?.runningOn ? [{ do: "type", node, text: "\x03" }] : [];
  }

  /** A node's shell is gone. */
  exited(node: string): Effect[] {
    const shell = this.shells.get(node);
    if (!shell) return [];
    shell.hasEnded = true;
    const gone = this.endRunningOn(node, shell, null, "the shell ended");
    return node === this.node && this.isPlaying ? [...gone, ...this.finish(null, "the shell ended")] : gone;
  }

  /** The node of the current step. */
  private get node(): string {
    const [first = ""] = this.shells.keys();
    return this.steps[this.current]?.node || first;
  }

  private get shell(): ShellState | undefined {
    return this.shells.get(this.node);
  }

  private type(text: string): Effect {
    return { do: "type", node: this.node, text };
  }

  private begin(step: number): Effect[] {
    this.current = step;
    const { node, shell } = this;
    if (!shell) return this.wait(`this lab has no ${node}: reset the lab for one that has it`);
    if (shell.hasEnded) return this.wait(`the shell on ${node} has ended: reset the lab for a fresh one`);
    this.line = 0;
    this.output = new Transcript();
    this.startedAt = this.now();
    this.reports[step] = { ...idle, state: "typing" };
    if (shell.isAtPrompt) return [{ do: "changed" }, ...this.typeLine()];
    this.phase = { at: "prompt" };
    const wait: Effect[] = [{ do: "changed" }, { do: "deadline", afterMs: startTimeoutMs }];
    if (!shell.runningOn) return wait;
    shell.runningOn.isInterrupted = true;
    return [...wait, this.type("\x03")];
  }

  private typeLine(): Effect[] {
    const step = this.steps[this.current];
    this.phase = { at: "typing", rest: step?.lines[this.line] ?? "" };
    const clear = this.shell?.isLineDirty ? [this.type(clearLine)] : [];
    if (this.shell) this.shell.isLineDirty = false;
    return [...clear, { do: "deadline", afterMs: null }, { do: "key" }];
  }

  private prompted(): Effect[] {
    if (this.phase.at === "prompt") return this.typeLine();
    // Enter on a line without a command, or a nested shell that shows its first prompt.
    if (this.phase.at === "entered") return this.lineEnded(0);
    if (this.phase.at === "abandoned") return this.finish(null, incomplete);
    if (this.phase.at === "running") return this.lineEnded(null);
    return [];
  }

  private started(shell: ShellState): Effect[] {
    const step = this.steps[this.current];
    if (this.phase.at !== "entered" || !step) return [];
    const report: Report = { ...idle, state: "running" };
    this.reports[this.current] = report;
    const interrupt: Effect = { do: "interrupt", node: this.node, afterMs: step.interruptAfterMs };
    if (step.background && this.line + 1 >= step.lines.length) {
      const { startedAt, output } = this;
      shell.runningOn = { report, expect: step.expect, output, startedAt, isInterrupted: false };
      return [interrupt, ...this.goOn()];
    }
    this.phase = { at: "running" };
    return [{ do: "deadline", afterMs: step.expect.timeoutMs }, interrupt, { do: "changed" }];
  }

  private wantsMore(): Effect[] {
    this.line += 1;
    if (this.line < (this.steps[this.current]?.lines.length ?? 0)) return this.typeLine();
    return this.abandon(startTimeoutMs / interruptAgainMs);
  }

  private abandon(interruptsLeft: number): Effect[] {
    if (interruptsLeft <= 0) return this.finish(null, incomplete);
    this.phase = { at: "abandoned", interruptsLeft };
    return [this.type("\x03"), { do: "deadline", afterMs: interruptAgainMs }];
  }

  private ended(status: number | null): Effect[] {
    if (this.phase.at !== "running" && this.phase.at !== "entered") return [];
    return this.lineEnded(status);
  }

  private lineEnded(status: number | null): Effect[] {
    const step = this.steps[this.current];
    if (!step) return [];
    const isLast = this.line + 1 >= step.lines.length;
    if (isLast) return this.finish(status, judge(step.expect, status, this.output.text));
    if (status !== null && status !== 0 && step.expect.exit !== "any") {
      const line = step.lines[this.line] ?? "";
      return this.finish(
        status,
        `\`${line}\` ended with exit status ${status}; the rest of the step was not played`,
      );
    }
    this.line += 1;
    this.phase = { at: "prompt" };
    return this.shell?.isAtPrompt ? this.typeLine() : [{ do: "deadline", afterMs: startTimeoutMs }];
  }

  private finish(exit: number | null, why: string | null): Effect[] {
    const durationMs = Math.round(this.now() - this.startedAt);
    this.reports[this.current] = { state: why === null ? "done" : "failed", exit, durationMs, why };
    const endOfTimer: Effect = { do: "interrupt", node: this.node, afterMs: null };
    return [endOfTimer, ...this.goOn(why === null)];
  }

  /** Behind the current step: begins the next one if that was asked for, too. */
  private goOn(isWell = true): Effect[] {
    this.phase = { at: "rest" };
    this.current += 1;
    const rest: Effect[] = [{ do: "deadline", afterMs: null }, { do: "changed" }];
    return isWell && this.current <= this.goal ? [...rest, ...this.begin(this.current)] : rest;
  }

  /** The command of a step that ran on in this shell, if any, has ended. */
  private endRunningOn(
    node: string,
    shell: ShellState,
    status: number | null,
    cause: string | null = null,
  ): Effect[] {
    const { runningOn } = shell;
    if (!runningOn) return [];
    shell.runningOn = null;
    const step = this.reports.indexOf(runningOn.report);
    const report = reportOf(runningOn, status, this.now());
    if (step >= 0) this.reports[step] = cause === null ? report : { ...report, state: "failed", why: cause };
    return [{ do: "interrupt", node, afterMs: null }, { do: "changed" }];
  }

  private wait(why: string): Effect[] {
    this.phase = { at: "rest" };
    this.reports[this.current] = idle;
    this.paused = why;
    return [{ do: "changed" }];
  }
}
