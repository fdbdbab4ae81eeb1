/**
 * Plays a demo's steps, one at a time: a state machine fed by the shell's marks that knows no terminal and no clock.
 * Each line of a step is typed key by key at a prompt; the shell's own marks say when it started, wants more, or ended.
 */
import type { Mark } from "../terminal/index.ts";
import { carryOver } from "./carry-over.ts";
import type { Step } from "./demo.ts";
import { plainText } from "./plain-text.ts";
import { judge } from "./verdict.ts";

/** How long a shell may take to start a command after Enter, in ms. */
const startTimeoutMs = 2000;
/** A Ctrl-C that comes while the shell writes its continuation prompt can be lost; it is sent again after this, in ms. */
const interruptAgainMs = 100;
/** Output that is kept for a step's expectation, in characters. */
const maxOutput = 1_000_000;

export type RunState = "idle" | "typing" | "running" | "done" | "failed" | "skipped";

export interface Report {
  state: RunState;
  exit: number | null;
  durationMs: number | null;
  why: string | null;
}

/** What the runner asks of the world; `key` and `deadline` replace the one before. */
export type Effect =
  | { do: "type"; text: string }
  /** Call `key()` after the time between two keystrokes. */
  | { do: "key" }
  /** Call `deadline()` after this time; null: never mind. */
  | { do: "deadline"; afterMs: number | null }
  /** Call `interrupt()` after this time; null: never mind. */
  | { do: "interrupt"; afterMs: number | null }
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
  private line = 0;
  private output = "";
  private decoder = new TextDecoder();
  private startedAt = 0;
  private isAtPrompt = false;
  private isLineDirty = false;
  /** The last step that was asked for: hidden ones before it play first. */
  private goal = -1;

  constructor(steps: Step[], now: () => number = Date.now) {
    this.steps = steps;
    this.now = now;
    this.reports = steps.map(() => idle);
  }

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
    return [{ do: "changed" }];
  }

  /** A shell's mark. */
  mark(mark: Mark): Effect[] {
    switch (mark.kind) {
      case "prompt":
        return [];
      case "input":
        this.isAtPrompt = true;
        return this.prompted();
      case "more":
        return this.phase.at === "entered" ? this.wantsMore() : [];
      case "started":
        this.isAtPrompt = false;
        this.isLineDirty = false;
        return this.started();
      case "ended":
        return this.ended(mark.status);
    }
  }

  /** Bytes that the terminal showed. */
  shown(bytes: Uint8Array): void {
    if (this.phase.at !== "running" || this.output.length > maxOutput) return;
    this.output += this.decoder.decode(bytes, { stream: true });
  }

  /** A person typed: what is being typed stops; a program that runs gets their keys and goes on. */
  typed(): Effect[] {
    this.isLineDirty = true;
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
      this.isAtPrompt = false;
      return [
        { do: "type", text: "\r" },
        { do: "deadline", afterMs: startTimeoutMs },
      ];
    }
    this.phase = { at: "typing", rest: rest.join("") };
    return [{ do: "type", text: next }, { do: "key" }];
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

  interrupt(): Effect[] {
    return this.phase.at === "running" ? [{ do: "type", text: "\x03" }] : [];
  }

  /** The shell is gone. */
  exited(): Effect[] {
    return this.isPlaying ? this.finish(null, "the shell ended") : [];
  }

  private begin(step: number): Effect[] {
    this.current = step;
    this.line = 0;
    this.output = "";
    this.decoder = new TextDecoder();
    this.startedAt = this.now();
    this.reports[step] = { ...idle, state: "typing" };
    if (this.isAtPrompt) return [{ do: "changed" }, ...this.typeLine()];
    this.phase = { at: "prompt" };
    return [{ do: "changed" }, { do: "deadline", afterMs: startTimeoutMs }];
  }

  private typeLine(): Effect[] {
    const step = this.steps[this.current];
    this.phase = { at: "typing", rest: step?.lines[this.line] ?? "" };
    const clear: Effect[] = this.isLineDirty ? [{ do: "type", text: clearLine }] : [];
    this.isLineDirty = false;
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

  private started(): Effect[] {
    if (this.phase.at !== "entered") return [];
    const step = this.steps[this.current];
    this.phase = { at: "running" };
    this.reports[this.current] = { ...idle, state: "running" };
    return [
      { do: "deadline", afterMs: step?.expect.timeoutMs ?? null },
      { do: "interrupt", afterMs: step?.interruptAfterMs ?? null },
      { do: "changed" },
    ];
  }

  private wantsMore(): Effect[] {
    this.line += 1;
    if (this.line < (this.steps[this.current]?.lines.length ?? 0)) return this.typeLine();
    return this.abandon(startTimeoutMs / interruptAgainMs);
  }

  private abandon(interruptsLeft: number): Effect[] {
    if (interruptsLeft <= 0) return this.finish(null, incomplete);
    this.phase = { at: "abandoned", interruptsLeft };
    return [
      { do: "type", text: "\x03" },
      { do: "deadline", afterMs: interruptAgainMs },
    ];
  }

  private ended(status: number | null): Effect[] {
    if (this.phase.at !== "running" && this.phase.at !== "entered") return [];
    return this.lineEnded(status);
  }

  private lineEnded(status: number | null): Effect[] {
    const step = this.steps[this.current];
    if (!step) return [];
    const isLast = this.line + 1 >= step.lines.length;
    if (isLast) return this.finish(status, judge(step.expect, status, plainText(this.output)));
    if (status !== null && status !== 0 && step.expect.exit !== "any") {
      const line = step.lines[this.line] ?? "";
      return this.finish(
        status,
        `\`${line}\` ended with exit status ${status}; the rest of the step was not played`,
      );
    }
    this.line += 1;
    this.phase = { at: "prompt" };
    return this.isAtPrompt ? this.typeLine() : [{ do: "deadline", afterMs: startTimeoutMs }];
  }

  private finish(exit: number | null, why: string | null): Effect[] {
    const durationMs = Math.round(this.now() - this.startedAt);
    this.reports[this.current] = { state: why === null ? "done" : "failed", exit, durationMs, why };
    this.phase = { at: "rest" };
    this.current += 1;
    const end: Effect[] = [
      { do: "deadline", afterMs: null },
      { do: "interrupt", afterMs: null },
      { do: "changed" },
    ];
    return why === null && this.current <= this.goal ? [...end, ...this.begin(this.current)] : end;
  }

  private wait(why: string): Effect[] {
    this.phase = { at: "rest" };
    this.reports[this.current] = idle;
    this.paused = why;
    return [{ do: "changed" }];
  }
}
