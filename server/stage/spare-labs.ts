/** Keeps labs ready, each with a shell at its prompt, so that neither a click nor a reset waits for one to start. */
import { setImmediate as turn } from "node:timers/promises";
import { type Lab, LabRefused, type RuledEngine } from "../lab/index.ts";
import type { Terminal } from "../terminal/index.ts";

/** After a lab was taken, or died, its successor starts this much later: the one who clicked goes first. */
const refillAfterMs = 300;

export interface FreshLab {
  lab: Lab;
  /** A shell on the lab's first node that nobody has used yet; null where the lab was not kept ready. */
  terminal: Terminal | null;
}

interface Spare {
  nodes: readonly string[];
  fresh: Promise<FreshLab>;
  hasEnded: boolean;
}

export class SpareLabs {
  private readonly engine: RuledEngine;
  private readonly openTerminal: (lab: Lab) => Promise<Terminal>;
  private readonly size: number;
  private spares: Spare[] = [];
  /** What the spares must have; null until somebody wanted some. */
  private wanted: readonly string[] | null = null;
  private timer: NodeJS.Timeout | undefined;
  private isDisposed = false;

  /** `size`: how many are kept ready. */
  constructor(engine: RuledEngine, openTerminal: (lab: Lab) => Promise<Terminal>, size = 1) {
    this.engine = engine;
    this.openTerminal = openTerminal;
    this.size = size;
  }

  /** Whether somebody wants labs to be ready. */
  get isWarm(): boolean {
    return this.wanted !== null;
  }

  /** Makes sure that labs with these nodes are ready, or will be, and no others. */
  warm(nodes: readonly string[]): void {
    if (this.isDisposed || this.engine.obstacle) return;
    this.wanted = nodes;
    this.drop((spare) => !hasNodes(spare, nodes));
    while (this.spares.length < this.size) this.add(nodes);
  }

  /** A lab for this seat: one that was kept ready, or a new one, once `room` has resolved if it needs that; rejects with a LabError. */
  async take(
    nodes: readonly string[],
    seat: string,
    room: Promise<unknown> = Promise.resolve(),
  ): Promise<FreshLab> {
    for (;;) {
      const spare = this.spares.find((each) => hasNodes(each, nodes));
      if (!spare) break;
      this.forget(spare);
      const fresh = await spare.fresh.catch(() => null);
      if (!fresh || spare.hasEnded) continue;
      this.assign(fresh.lab, seat, spare);
      return fresh;
    }
    if (this.wanted) this.wanted = nodes;
    const ends = this.drop(() => true);
    this.refill();
    const create = () => this.engine.create({ nodes: [...nodes], seat });
    const lab = await create().catch(async (error: unknown) => {
      if (!(error instanceof LabRefused)) throw error;
      await Promise.all([room, ...ends]);
      return await create();
    });
    return { lab, terminal: null };
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    clearTimeout(this.timer);
    await Promise.all(this.drop(() => true));
  }

  /** Throws a LabError when the seat has as many labs as it may; then the spare is kept. */
  private assign(lab: Lab, seat: string, spare: Spare): void {
    try {
      this.engine.assign(lab, seat);
    } catch (error) {
      this.spares.unshift(spare);
      throw error;
    }
  }

  private add(nodes: readonly string[]): void {
    const spare = { nodes, fresh: this.prepare(nodes), hasEnded: false };
    this.spares.push(spare);
    const gone = () => {
      spare.hasEnded = true;
      this.forget(spare);
    };
    spare.fresh.then(
      ({ lab }) => lab.ended.then(gone, gone),
      () => this.lose(spare),
    );
  }

  private async prepare(nodes: readonly string[]): Promise<FreshLab> {
    const lab = await this.engine.create({ nodes: [...nodes] });
    const terminal = await this.openTerminal(lab).catch(() => null);
    return { lab, terminal };
  }

  /** A spare is taken or has died: another is made ready in its place. */
  private forget(spare: Spare): void {
    if (this.lose(spare)) this.refill();
  }

  private lose(spare: Spare): boolean {
    const isKnown = this.spares.includes(spare);
    this.spares = this.spares.filter((each) => each !== spare);
    return isKnown;
  }

  private refill(): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.wanted && this.warm(this.wanted), refillAfterMs);
  }

  /** Ends those that are not wanted any more; each promise resolves when nothing of one is left. */
  private drop(isUnwanted: (spare: Spare) => boolean): Promise<void>[] {
    const dropped = this.spares.filter(isUnwanted);
    this.spares = this.spares.filter((spare) => !dropped.includes(spare));
    return dropped.map(({ fresh }) => endOf(fresh));
  }
}

/** Resolves when nothing of a lab and its shell is left. */
async function endOf(fresh: Promise<FreshLab>): Promise<void> {
  const spare = await fresh.catch(() => null);
  spare?.terminal?.dispose();
  await spare?.lab.dispose();
  // The lab's place is given back when it has ended, which is told right after its last trace is gone.
  await turn();
}

const hasNodes = (spare: Spare, nodes: readonly string[]): boolean => spare.nodes.join() === nodes.join();
