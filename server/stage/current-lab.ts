/** The lab in use: started for the first who needs it, until it is ended or has ended by itself. */
import { setImmediate as turn } from "node:timers/promises";
import { type Lab, LabError, type RuledEngine } from "../lab/index.ts";
import type { LabState, Obstacle } from "../protocol.ts";
import type { Terminal } from "../terminal/index.ts";
import { SpareLabs } from "./spare-labs.ts";
import { StageError } from "./stage-error.ts";

/** Whose lab it is, what it must have, and how many are kept ready to follow it. */
export interface LabWish {
  /** Whom the lab counts for, as a sentence names them. */
  seat: string;
  nodes: () => Promise<string[]>;
  spares: number;
}

/** A lab that runs, and the shell that was kept ready with it as long as nobody has taken it. */
interface RunningLab {
  lab: Lab;
  unused: Terminal | null;
}

export class CurrentLab {
  private readonly engine: RuledEngine;
  private readonly wish: LabWish;
  private readonly changed: (state: LabState) => void;
  private readonly spares: SpareLabs;
  private labState: LabState = { state: "none" };
  private starting: Promise<Lab> | null = null;
  private running: RunningLab | null = null;
  /** Resolves when nothing is left of the labs that were in use before. */
  private ending: Promise<unknown> = Promise.resolve();
  private usedBy = new Set<string>();
  private isTouched = false;
  private isDisposed = false;

  /** `openShell` opens the shell that is kept ready with a spare lab. */
  constructor(
    engine: RuledEngine,
    wish: LabWish,
    openShell: (lab: Lab) => Promise<Terminal>,
    changed: (state: LabState) => void,
  ) {
    this.engine = engine;
    this.wish = wish;
    this.changed = changed;
    this.spares = new SpareLabs(engine, openShell, wish.spares);
  }

  /** Why labs cannot run here; null where they can. */
  get obstacle(): Obstacle | null {
    return this.engine.obstacle;
  }

  get state(): LabState {
    return this.labState;
  }

  /** Whether anybody has typed into it. */
  get isUsed(): boolean {
    return this.isTouched || this.usedBy.size > 0;
  }

  /** Makes labs ready that nobody has asked for yet. */
  async warm(): Promise<void> {
    this.spares.warm(await this.wish.nodes());
  }

  /** What labs must have may have changed: those that are kept ready follow. */
  async refit(): Promise<void> {
    if (this.spares.isWarm) await this.warm();
  }

  async start(): Promise<Lab> {
    if (this.isDisposed) throw new StageError("the server is stopping");
    if (this.obstacle) throw new StageError(this.obstacle.reason, this.obstacle.remedy);
    if (this.starting) return await this.starting;
    this.change({ state: "starting" });
    const starting = this.take(() => this.starting === starting);
    this.starting = starting;
    try {
      const lab = await starting;
      lab.ended.then(() => this.starting === starting && this.lose(lab));
      if (this.starting === starting) this.sayReady();
      return lab;
    } catch (error) {
      if (this.starting === starting) this.starting = null;
      const remedy = error instanceof LabError ? error.remedy : "try again";
      const message = error instanceof Error ? error.message : String(error);
      this.change({ state: "failed", error: message, remedy });
      throw new StageError(message, remedy);
    }
  }

  /** Whether a lab is the one in use still. */
  isRunning(lab: Lab): boolean {
    return this.running?.lab === lab && !this.isDisposed;
  }

  /** The shell that was kept ready with a lab, for the first who wants one on its node. */
  takeUnused(lab: Lab, node: string | undefined): Terminal | null {
    const unused = this.running?.lab === lab ? this.running.unused : null;
    if (!this.running || !unused || (node !== undefined && unused.node !== node)) return null;
    this.running.unused = null;
    return unused;
  }

  /** Notes what has typed into the lab, in words. */
  use(what: string): void {
    this.usedBy.add(what);
    this.sayReady();
  }

  /** A person has typed into the lab. */
  touch(): void {
    this.isTouched = true;
  }

  /** Ends it; the state after it says why, if anything. Resolves when nothing of it is left; the next one need not wait for that. */
  async end(after: LabState = { state: "none" }): Promise<void> {
    const { starting } = this;
    this.forget();
    this.change(after);
    if (starting) this.ending = Promise.all([this.ending, this.endOf(starting)]);
    await this.ending;
  }

  /** No lab starts from now on; the one in use is left to `end`. */
  async dispose(): Promise<void> {
    this.isDisposed = true;
    await this.spares.dispose();
  }

  private async take(isWanted: () => boolean): Promise<Lab> {
    const { lab, terminal } = await this.spares.take(await this.wish.nodes(), this.wish.seat, this.ending);
    const unused = isWanted() && terminal?.state !== "exited" ? terminal : null;
    if (!unused) terminal?.dispose();
    if (isWanted()) this.running = { lab, unused };
    return lab;
  }

  private async endOf(starting: Promise<Lab>): Promise<void> {
    const lab = await starting.catch(() => null);
    if (!lab) return;
    this.engine.assign(lab, null);
    await lab.dispose().catch(() => {});
    // The lab's place is given back when it has ended, which is told right after its last trace is gone.
    await turn();
  }

  private lose(lab: Lab): void {
    this.forget();
    this.change({
      state: "ended",
      why: lab.whyEnded ?? `lab ${lab.id} has ended by itself`,
      remedy: "Reset lab gives a fresh one",
    });
  }

  private forget(): void {
    this.running?.unused?.dispose();
    this.running = null;
    this.starting = null;
    this.usedBy = new Set();
    this.isTouched = false;
  }

  private sayReady(): void {
    if (!this.running) return;
    const { id, nodes } = this.running.lab;
    this.change({ state: "ready", lab: id, nodes: [...nodes], usedBy: [...this.usedBy] });
  }

  private change(state: LabState): void {
    this.labState = state;
    this.changed(state);
  }
}
