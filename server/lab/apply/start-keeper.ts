/** Starts an engine's keeper and makes what it works on. */
import { writeFileSync } from "node:fs";
import { type CgroupFolder, makeCgroupFolders } from "./cgroups.ts";
import { type EngineFolder, makeEngineFolder } from "./engine-folder.ts";
import { Keeper, type KeeperSettings } from "./keeper.ts";
import { makeLocal, makeTemplate } from "./template.ts";

/** The engine's first keeper. `cgroups`: folders to make; `hasBusybox`: as in HostFacts. */
export function startKeeper(
  keeping: KeeperSettings,
  cgroups: readonly CgroupFolder[],
  hasBusybox: boolean,
): Promise<Keeper> {
  return start(keeping, () => {
    makeEngineFolder(keeping.folder);
    writeLeftovers(keeping, null);
    makeTrees(keeping.folder, hasBusybox);
    makeCgroupFolders(cgroups);
  });
}

/** Another one, after it was killed. */
export function restartKeeper(keeping: KeeperSettings): Promise<Keeper> {
  return start(keeping);
}

async function start(keeping: KeeperSettings, prepare?: () => void): Promise<Keeper> {
  const keeper = await Keeper.start(keeping, prepare);
  writeLeftovers(keeping, keeper.identity);
  return keeper;
}

function writeLeftovers({ folder, cgroups }: KeeperSettings, keeper: string | null): void {
  writeFileSync(folder.leftovers, JSON.stringify({ keeper, cgroups }));
}

/** Labs must be able to read them, whatever the server's umask. */
function makeTrees(folder: EngineFolder, hasBusybox: boolean): void {
  const umask = process.umask(0o022);
  try {
    makeLocal(folder.local);
    makeTemplate(folder.root, hasBusybox);
  } finally {
    process.umask(umask);
  }
}
