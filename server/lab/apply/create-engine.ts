/** Gives an engine on every machine: one that holds labs, or one that says why it cannot. */
import type { LabEngine } from "../lab.ts";
import { noLabs } from "../no-labs.ts";
import { CrunEngine } from "./engine.ts";
import { defaultRunFolder } from "./engine-folder.ts";
import { findObstacle } from "./host.ts";
import { reap } from "./reaper.ts";

export interface LabEngineOptions {
  /** Where engines of this machine keep what they hold; a tmpfs such as /run. */
  runFolder?: string;
}

/** Never throws: on a machine that cannot run labs the engine's obstacle says why and what to do. */
export async function createLabEngine(options: LabEngineOptions = {}): Promise<LabEngine> {
  const { runFolder = defaultRunFolder } = options;
  const obstacle = findObstacle();
  if (obstacle) return noLabs(obstacle.reason, obstacle.remedy);
  try {
    await reap(runFolder);
    const engine = await CrunEngine.start(runFolder);
    return await tried(engine);
  } catch (error) {
    return noLabs(`labs cannot start here: ${(error as Error).message}`, "see docs/labs.md");
  }
}

/** The engine after its first lab, which shows whether this machine can hold any. */
async function tried(engine: LabEngine): Promise<LabEngine> {
  try {
    const lab = await engine.create({ nodes: ["node1"] });
    await lab.dispose();
    return engine;
  } catch (error) {
    await engine.dispose();
    throw error;
  }
}
