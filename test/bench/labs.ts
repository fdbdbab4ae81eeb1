/** What labs cost: their start beside bare namespaces and Podman, a reset, an idle one's memory, the end of sixty. */
import { createLabEngine } from "../../server/lab/index.ts";
import { endLabs, makeLabs } from "./held-labs.ts";
import { type LabMemory, measureMemory } from "./lab-memory.ts";
import { measureResets } from "./lab-reset.ts";
import { type LabStarts, measureStarts } from "./lab-start.ts";
import { round, type Summary } from "./measure.ts";

export interface LabsTimes {
  start: LabStarts;
  reset: Summary;
  memory: LabMemory;
  /** Seconds in which so many labs with their terminals end. */
  end: { labs: number; seconds: number[] };
}

const starts = 30;
const resets = 20;
const idleLabs = 30;
const endingLabs = 60;
const turns = 3;

/** Rejects where labs cannot run. */
export async function measureLabs(): Promise<LabsTimes> {
  const engine = await createLabEngine();
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  try {
    const start = await measureStarts(engine, starts);
    const memory = await measureMemory(engine, idleLabs, turns);
    const seconds: number[] = [];
    for (let turn = 0; turn < turns; turn += 1) {
      seconds.push(round((await endLabs(await makeLabs(engine, endingLabs))) / 1000));
    }
    return { start, reset: await measureResets(resets), memory, end: { labs: endingLabs, seconds } };
  } finally {
    await engine.dispose();
  }
}
