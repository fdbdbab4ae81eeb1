/** Takes uid ranges so that no two labs of a machine ever share one, whichever server they belong to. */
import { readlinkSync, rmSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { slots } from "../plan/index.ts";
import { type EngineFolder, uidFolder } from "./engine-folder.ts";

/** The lowest free slot, now taken; making a link is atomic, so two takers never get the same. */
export function takeSlot(folder: EngineFolder): number {
  for (let slot = 0; slot < slots; slot += 1) {
    try {
      symlinkSync(folder.name, join(uidFolder(folder.runFolder), String(slot)));
      return slot;
    } catch (error) {
      if ((error as NodeJS.ErrnoException).code !== "EEXIST") throw error;
    }
  }
  throw new Error(`all ${slots} uid ranges are in use`);
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
