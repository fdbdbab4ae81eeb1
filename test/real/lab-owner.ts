/** Whose labs the tests look at: root's, or those of the ordinary user that runs them. */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";
import { defaultRunFolder } from "../../server/lab/apply/engine-folder.ts";
import { hostIds, ownIds } from "../../server/lab/apply/keeper-ids.ts";
import type { LabEngine } from "../../server/lab/index.ts";

export const isRoot = process.getuid?.() === 0;

/** Where this user's engines keep what they hold. */
export const runFolder = defaultRunFolder();
export const enginesFolder = join(runFolder, "engines");
export const uidsFolder = join(runFolder, "uids");

/** The machine's user ids of a slot. */
export const idsOfSlot = (slot: number): { first: number; count: number } => hostIds(ownIds(), slot);

/** Whether cgroups limit this engine's labs, which takes root or a cgroup that was handed over to the user. */
export function hasCgroups(engine: LabEngine): boolean {
  return engine.plan({ nodes: ["node1"] }).cgroup.length > 0;
}

/** Whether this user may open the machine's tunnel device, so that labs have it. */
export function hasTun(): boolean {
  try {
    accessSync("/dev/net/tun", constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
