/** Plays a demo in terminals, one for each node: carries the runner's effects out with real keys and real time. */
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
  private readonly terminals = new Map<string, Terminal>();
  private readonly typing: Typing;
  private readonly changed: (state: PlayState) => void;
  private readonly stops: (() => void)[] = [];
  /** Steps of a script that was saved while one plays, and who waits for them to be taken over. */
  private later: Step[] | null = null;
  private waiting: (() => void)[] = [];
  private keyTimer: NodeJS.Timeout | null = null;
  private deadlineTimer: NodeJS.Timeout | null = null;
  private readonly interruptTimers = new Map<string, NodeJS.Timeout>();

  /** One terminal a node; steps that name no node play in the first. */
  constructor(
    steps: Step[],
    terminals: readonly Terminal[],
    changed: (state: PlayState) => void,
    typing: Typing = byHand,
  ) {
    this.runner = new Runner(steps);
    this.typing = typing;
    this.changed = changed;
    for (const terminal of terminals) this.join(terminal);
  }

  /** Another node's terminal; of a node that has one already, nothing changes. */
  join(terminal: Terminal): void {
    const { node } = terminal;
    if (this.terminals.has(node)) return;
    this.terminals.set(node, terminal);
    this.runner.join(node);
    if (terminal.state === "prompt") this.perform(this.runner.mark(node, { kind: "input", status: null }));
    if (terminal.state === "exited") this.perform(this.runner.exited(node));
    const stop = terminal.listen({
      output: (bytes) => this.runner.shown(node, bytes),
      mark: (mark) => this.perform(this.runner.mark(node, mark)),
      typed: () => this.perform(this.runner.typed(node)),
      changed: () => terminal.state === "exited" && this.perform(this.runner.exited(node)),
    });
    this.stops.push(stop);
  }

  get state(): PlayState {
    return { reports: this.runner.reports, next: this.runner.next, paused: this.runner.paused };
  }

  /** Nodes that have a terminal here. */
  get nodes(): string[] {
    return [...this.terminals.keys()];
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
    for (const stop of this.stops) stop();
    for (const timer of [this.keyTimer, this.deadlineTimer, ...this.interruptTimers.values()])
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
    type: ({ node, text }) => this.terminals.get(node)?.type(text),
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
    interrupt: ({ node, afterMs }) => {
      clearTimeout(this.interruptTimers.get(node));
      if (afterMs === null) this.interruptTimers.delete(node);
      else
        this.interruptTimers.set(
          node,
          setTimeout(() => this.perform(this.runner.interrupt(node)), afterMs),
        );
    },
    changed: () => {
      this.changed(this.state);
      this.takeOver();
    },
  };
}
