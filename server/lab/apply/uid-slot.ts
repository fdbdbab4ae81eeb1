/** Takes uid ranges so that no two labs of a machine ever share one, whichever server they belong to. */
import { readlinkSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { LabError } from "../lab.ts";
import type { UidPool } from "../plan/index.ts";
import { type EngineFolder, uidFolder } from "./engine-folder.ts";
import type { KeeperIds } from "./keeper-ids.ts";
import { remedyFor } from "./remedy.ts";

/** Every range is taken: too many labs at once for the ids there are. */
class NoSlotError extends Error {}

/** The lowest free slot, now taken; making a link is atomic, so two takers never get the same. */
function takeSlot(folder: EngineFolder, { slots, perLab }: UidPool): number {
  for (let slot = 0; slot < slots; slot += 1) {
    try {
      symlinkSync(folder.name, join(uidFolder(folder.runFolder), String(slot)));
      return slot;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  throw new NoSlotError(`all ${slots} ranges of ${perLab} user ids are in use`);
}

/** A slot for a lab of that id; throws a LabError that says what to do. */
export function slotFor(id: string, folder: EngineFolder, { pool, isRoot }: KeeperIds): number {
  try {
    return takeSlot(folder, pool);
  } catch (error) {
    const more = isRoot
      ? ""
      : ", or have root give more: sudo usermod --add-subuids FIRST-LAST --add-subgids FIRST-LAST USER";
    if (error instanceof NoSlotError)
      throw new LabError(`lab ${id}: ${error.message}`, `end other labs${more}`);
    throw new LabError(
      `lab ${id}: ${(error as Error).message}`,
      remedyFor((error as Error).message, folder.runFolder),
    );
  }
}

/** Gives a slot back; only when no process of its lab is left. */
export function freeSlot(folder: EngineFolder, slot: number): void {
  rmSync(join(uidFolder(folder.runFolder), String(slot)), { force: true });
}

/** Name of the engine that has a slot, or null. */
export function slotOwner(runFolder: string, slot: string): string | null {
  try {
    return readlinkSync(join(uidFolder(runFolder), slot));
  } catch {
    return null;
  }
}
