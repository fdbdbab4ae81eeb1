/** Plays a demo in a terminal: carries the runner's effects out with real keys and real time. */
import type { Terminal } from "../terminal/index.ts";
import type { Step } from "./demo.ts";
import { type Effect, type Report, Runner } from "./runner.ts";

/** The time between two typed keys, in ms. */
export type Typing = () => number;
/** As a hand types. */
export const byHand: Typing = () => 20 + Math.random() * 20;
/** All at once, for tests and rehearsals. */
export const atOnce: Typing = () => 0;

export interface PlayState {
  reports: Report[];
  next: number | null;
  paused: string | null;
}

export class Play {
  private readonly runner: Runner;
  private readonly terminal: Terminal;
  private readonly typing: Typing;
  private readonly changed: (state: PlayState) => void;
  private readonly stopListening: () => void;
  /** Steps of a script that was saved while one plays, and who waits for them to be taken over. */
  private later: Step[] | null = null;
  private waiting: (() => void)[] = [];
  private keyTimer: NodeJS.Timeout | null = null;
  private deadlineTimer: NodeJS.Timeout | null = null;
  private interruptTimer: NodeJS.Timeout | null = null;

  constructor(
    steps: Step[],
    terminal: Terminal,
    changed: (state: PlayState) => void,
    typing: Typing = byHand,
  ) {
    this.runner = new Runner(steps);
    this.terminal = terminal;
    this.typing = typing;
    this.changed = changed;
    if (terminal.state === "prompt") this.perform(this.runner.mark({ kind: "input", status: null }));
    this.stopListening = terminal.listen({
      output: (bytes) => this.runner.shown(bytes),
      mark: (mark) => this.perform(this.runner.mark(mark)),
      typed: () => this.perform(this.runner.typed()),
      changed: () => terminal.state === "exited" && this.perform(this.runner.exited()),
    });
  }

  get state(): PlayState {
    return { reports: this.runner.reports, next: this.runner.next, paused: this.runner.paused };
  }

  get isPlaying(): boolean {
    return this.runner.isPlaying;
  }

  play(step: number): void {
    this.perform(this.runner.play(step));
  }

  /** Takes the steps of the saved script once nothing plays, which is when this resolves. */
  replace(steps: Step[]): Promise<void> {
    this.later = steps;
    const takenOver = new Promise<void>((resolve) => this.waiting.push(resolve));
    this.takeOver();
    return takenOver;
  }

  dispose(): void {
    this.stopListening();
    for (const timer of [this.keyTimer, this.deadlineTimer, this.interruptTimer])
      if (timer) clearTimeout(timer);
    this.later = null;
    this.release();
  }

  private takeOver(): void {
    if (!this.later || this.isPlaying) return;
    const steps = this.later;
    this.later = null;
    this.perform(this.runner.replace(steps));
    this.release();
  }

  private release(): void {
    for (const resolve of this.waiting.splice(0)) resolve();
  }

  private perform(effects: Effect[]): void {
    for (const effect of effects) this.on[effect.do](effect as never);
  }

  private readonly on: { [K in Effect["do"]]: (effect: Extract<Effect, { do: K }>) => void } = {
    type: ({ text }) => this.terminal.type(text),
    key: () => {
      const waitMs = this.typing();
      if (waitMs === 0) this.perform(this.runner.key());
      else this.keyTimer = setTimeout(() => this.perform(this.runner.key()), waitMs);
    },
    deadline: ({ afterMs }) => {
      if (this.deadlineTimer) clearTimeout(this.deadlineTimer);
      this.deadlineTimer =
        afterMs === null ? null : setTimeout(() => this.perform(this.runner.deadline()), afterMs);
    },
    interrupt: ({ afterMs }) => {
      if (this.interruptTimer) clearTimeout(this.interruptTimer);
      this.interruptTimer =
        afterMs === null ? null : setTimeout(() => this.perform(this.runner.interrupt()), afterMs);
    },
    changed: () => {
      this.changed(this.state);
      this.takeOver();
    },
  };
}
