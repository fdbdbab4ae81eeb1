/** Keeps one lab ready, with a shell at its prompt, so that a click need not wait for one to start. */
import type { Lab, LabEngine, LabSpec } from "../lab/index.ts";
import type { Terminal } from "../terminal/index.ts";

/** After a lab was taken its successor starts this much later: the one who clicked goes first. */
const refillAfterMs = 1000;

export interface FreshLab {
  lab: Lab;
  /** A shell on the lab's first node that nobody has used yet; null where the lab was not kept ready. */
  terminal: Terminal | null;
}

export class SpareLabs {
  private readonly engine: LabEngine;
  private readonly spec: LabSpec;
  private readonly openTerminal: (lab: Lab) => Promise<Terminal>;
  private spare: Promise<FreshLab> | null = null;
  private timer: NodeJS.Timeout | null = null;
  private isDisposed = false;

  constructor(engine: LabEngine, spec: LabSpec, openTerminal: (lab: Lab) => Promise<Terminal>) {
    this.engine = engine;
    this.spec = spec;
    this.openTerminal = openTerminal;
  }

  /** Makes sure that a lab is ready, or will be. */
  warm(): void {
    if (this.spare || this.isDisposed || this.engine.obstacle) return;
    const spare = this.prepare();
    this.spare = spare;
    const forget = () => {
      if (this.spare === spare) this.spare = null;
    };
    spare.then(({ lab }) => lab.ended.then(forget), forget);
  }

  /** The lab that was kept ready, or a new one; rejects with the engine's LabError. */
  async take(): Promise<FreshLab> {
    const spare = this.spare;
    this.spare = null;
    if (!spare) return { lab: await this.engine.create(this.spec), terminal: null };
    this.timer = setTimeout(() => this.warm(), refillAfterMs);
    return await spare.catch(async () => ({ lab: await this.engine.create(this.spec), terminal: null }));
  }

  async dispose(): Promise<void> {
    this.isDisposed = true;
    if (this.timer) clearTimeout(this.timer);
    const spare = await this.spare?.catch(() => null);
    this.spare = null;
    spare?.terminal?.dispose();
    await spare?.lab.dispose();
  }

  private async prepare(): Promise<FreshLab> {
    const lab = await this.engine.create(this.spec);
    const terminal = await this.openTerminal(lab).catch(() => null);
    return { lab, terminal };
  }
}
