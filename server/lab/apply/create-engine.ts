/** Gives an engine on every machine: one that holds labs, or one that says why it cannot. */
import { existsSync } from "node:fs";
import type { LabEngine } from "../lab.ts";
import { defaultNodeLimits, type NodeLimits } from "../limits.ts";
import { noLabs } from "../no-labs.ts";
import { CrunEngine } from "./engine.ts";
import { defaultRunFolder } from "./engine-folder.ts";
import { withinHostLimits } from "./host.ts";
import { ownIds } from "./keeper-ids.ts";
import { findObstacle } from "./obstacle.ts";
import { reap } from "./reaper.ts";
import { remedyFor } from "./remedy.ts";

export interface LabEngineOptions {
  /** Where engines of this user keep what they hold; a tmpfs such as /run. */
  runFolder?: string;
  /** What a node may use. */
  limits?: NodeLimits;
  /** A tar archive with a store of container images for Podman in labs; without it, or where there is no such file, labs have none. */
  images?: string;
  /** Whether to make a lab at once and end it, so that `obstacle` says it when this machine can hold none (true). */
  trial?: boolean;
}

/** Never throws: on a machine that cannot run labs the engine's obstacle says why and what to do. */
export async function createLabEngine(options: LabEngineOptions = {}): Promise<LabEngine> {
  const { runFolder = defaultRunFolder(), limits = defaultNodeLimits, trial = true } = options;
  const obstacle = findObstacle();
  if (obstacle) return noLabs(obstacle.reason, obstacle.remedy);
  const images = options.images !== undefined && existsSync(options.images) ? options.images : null;
  try {
    const ids = ownIds();
    await reap(runFolder, ids);
    const engine = await CrunEngine.start({ runFolder, ids, limits: withinHostLimits(limits), images });
    return trial ? await tried(engine) : engine;
  } catch (error) {
    const cause = (error as Error).message;
    return noLabs(`labs cannot start here: ${cause}`, remedyFor(cause, runFolder));
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
