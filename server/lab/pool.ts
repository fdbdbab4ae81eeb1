/** Keeps one lab ready, so that a click need not wait for one to start. */
import type { Lab, LabEngine, LabSpec } from "./lab.ts";

/** After a lab was taken, its successor starts this much later: the one who clicked goes first. */
const refillAfterMs = 500;

export interface LabPool extends LabEngine {
  /** Makes sure that a lab of this kind is ready, or will be. */
  warm(spec: LabSpec): void;
}

/** The same engine, with one lab of the kind last asked for kept ready once it was warmed. */
export function poolLabs(engine: LabEngine): LabPool {
  let ready: { key: string; lab: Promise<Lab> } | null = null;
  let timer: NodeJS.Timeout | null = null;
  let isDisposed = false;

  function warm(spec: LabSpec): void {
    if (ready || isDisposed || engine.obstacle) return;
    const lab = engine.create(spec);
    const own = { key: JSON.stringify(spec), lab };
    ready = own;
    const forget = () => {
      if (ready === own) ready = null;
    };
    lab.then((each) => each.ended.then(forget), forget);
  }

  return {
    obstacle: engine.obstacle,
    warm,
    create: async (spec) => {
      const own = ready?.key === JSON.stringify(spec) ? ready : null;
      if (!own) return await engine.create(spec);
      ready = null;
      timer = setTimeout(() => warm(spec), refillAfterMs);
      return await own.lab.catch(() => engine.create(spec));
    },
    dispose: async () => {
      isDisposed = true;
      if (timer) clearTimeout(timer);
      await engine.dispose();
    },
  };
}
