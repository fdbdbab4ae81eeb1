/** Removes what engines of dead servers left, should their keepers have died with them. */
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  readlinkSync,
  rmdirSync,
  rmSync,
  symlinkSync,
} from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import {
  type EngineFolder,
  engineFolder,
  enginesFolder,
  isRunning,
  startTime,
  uidFolder,
} from "./engine-folder.ts";
import { hostIds, type IdRange, type KeeperIds } from "./keeper-ids.ts";
import { freeSlot, slotOwner } from "./uid-slot.ts";

/** Clears up after every engine whose owner and keeper are both dead. */
export async function reap(runFolder: string, ids: KeeperIds): Promise<void> {
  const names = new Set([
    ...list(enginesFolder(runFolder)),
    ...slotsIn(runFolder).flatMap(({ owner }) => owner ?? []),
  ]);
  for (const name of names) if (!isRunning(name)) await clearUp(engineFolder(runFolder, name), ids);
}

/** Removes all that an engine left, unless its keeper is there to do it. */
export async function clearUp(folder: EngineFolder, ids: KeeperIds): Promise<void> {
  const { keeper, cgroups } = leftovers(folder);
  if (keeper && isRunning(keeper)) return;
  const slots = slotsIn(folder.runFolder).filter(({ owner }) => owner === folder.name);
  if (slots.length > 0) mkdirSync(folder.path, { recursive: true });
  if (!claim(folder)) return;
  await killAll(slots.map(({ slot }) => hostIds(ids, slot)));
  for (const path of cgroups) {
    removeTree(path);
    if (basename(dirname(path)) === "shelldeck") removeEmpty(dirname(path));
  }
  for (const { slot } of slots) freeSlot(folder, slot);
  rmSync(folder.path, { recursive: true, force: true });
}

function slotsIn(runFolder: string): { slot: number; owner: string | null }[] {
  return list(uidFolder(runFolder)).map((slot) => ({
    slot: Number(slot),
    owner: slotOwner(runFolder, slot),
  }));
}

/**
 * Of several reapers at once only one gets a folder: who makes the link has it. One that died over it is succeeded; the name of each further
 * link says by whom, so that no two succeed the same.
 */
function claim(folder: EngineFolder): boolean {
  const own = `${process.pid}-${startTime(process.pid)}`;
  let place = "reaper";
  for (;;) {
    const path = join(folder.path, place);
    try {
      symlinkSync(own, path);
      return true;
    } catch {
      const holder = targetOf(path);
      if (holder === null || isRunning(holder)) return false;
      place = `reaper-after-${holder}`;
    }
  }
}

/** Null when another reaper was done with it first. */
function targetOf(path: string): string | null {
  try {
    return readlinkSync(path);
  } catch {
    return null;
  }
}

function leftovers(folder: EngineFolder): { keeper: string | null; cgroups: string[] } {
  try {
    return JSON.parse(readFileSync(folder.leftovers, "utf8"));
  } catch {
    return { keeper: null, cgroups: [] };
  }
}

/** Kills every process in a user namespace that maps to one of these ranges, until there is none, for two seconds at most. */
async function killAll(ranges: readonly IdRange[]): Promise<void> {
  for (let attempt = 0; attempt < 40; attempt += 1) {
    const pids = list("/proc").filter(
      (pid) => /^\d+$/.test(pid) && ranges.some((range) => isMappedTo(pid, range)),
    );
    if (pids.length === 0) return;
    for (const pid of pids) {
      try {
        process.kill(Number(pid), "SIGKILL");
      } catch {}
    }
    await sleep(50);
  }
}

function isMappedTo(pid: string, { first, count }: IdRange): boolean {
  try {
    const [, hostId] = readFileSync(`/proc/${pid}/uid_map`, "utf8").trim().split(/\s+/).map(Number);
    return hostId !== undefined && hostId >= first && hostId < first + count;
  } catch {
    return false;
  }
}

function removeTree(path: string): void {
  if (!existsSync(path)) return;
  for (const child of readdirSync(path, { withFileTypes: true })) {
    if (child.isDirectory()) removeTree(join(path, child.name));
  }
  removeEmpty(path);
}

/** Leaves what another engine still uses. */
function removeEmpty(path: string): void {
  try {
    rmdirSync(path);
  } catch {}
}

function list(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}
