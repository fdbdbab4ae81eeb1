/** The cgroups of an engine and its containers, by controllers of version 1 or 2. */
import { existsSync, mkdirSync, readFileSync, rmdirSync, writeFileSync } from "node:fs";
import { mkdir, rmdir, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import type { CgroupSetting } from "../plan/index.ts";

/** A folder of cgroups that is the engine's own. */
export interface CgroupFolder {
  controllers: readonly CgroupSetting["controller"][];
  path: string;
  /** What a process writes 0 to in order to join: of version 1, the file for single threads spares it a wait of 10 ms and more. */
  joinBy: "tasks" | "cgroup.procs";
}

/** The cgroup that crun is put into when it only watches over a container, so that the container's limits do not hit it. */
export const watchers = "watchers";

/** Makes an engine's folders; throws where the kernel or an owner refuses, and leaves what `removeCgroups` takes away. */
export function makeCgroupFolders(folders: readonly CgroupFolder[]): void {
  for (const { path, joinBy, controllers } of folders) {
    mkdirSync(path, { recursive: true });
    shareCpuset(path);
    if (joinBy === "cgroup.procs") enableControllers(path, controllers);
    mkdirSync(join(path, watchers));
  }
}

/** A cpuset cgroup of version 1 takes no process before it has processors and memory; its children then have the same (cpusets.rst). */
function shareCpuset(path: string): void {
  for (const file of ["cpuset.cpus", "cpuset.mems"]) {
    if (!existsSync(join(path, file)) || !existsSync(join(path, "cgroup.clone_children"))) continue;
    writeFileSync(join(path, file), readFileSync(join(dirname(path), file)));
    writeFileSync(join(path, "cgroup.clone_children"), "1");
  }
}

/** Lets a version 2 cgroup's children use controllers; the cgroup holds no process then (cgroup-v2.rst, "No Internal Process Constraint"). */
export function enableControllers(path: string, controllers: CgroupFolder["controllers"]): void {
  const words = controllers.map((controller) => `+${controller}`).join(" ");
  writeFileSync(join(path, "cgroup.subtree_control"), words);
}

/** Makes the cgroups of one container and gives their paths. */
export function limitContainer(
  folders: readonly CgroupFolder[],
  settings: readonly CgroupSetting[],
  id: string,
): Promise<string[]> {
  return Promise.all(
    folders.map(async ({ controllers, path }) => {
      const cgroup = join(path, id);
      await mkdir(cgroup);
      for (const { controller, file, value } of settings) {
        const setting = join(cgroup, file);
        // A kernel without swap accounting has no file for it.
        if (controllers.includes(controller) && existsSync(setting)) await writeFile(setting, value);
      }
      return cgroup;
    }),
  );
}

/** The files by which a process joins a container's cgroups. */
export function joinFiles(folders: readonly CgroupFolder[], id: string): string[] {
  return folders.map(({ path, joinBy }) => join(path, id, joinBy));
}

/**
 * Takes a process out of its container's cgroups. Nobody waits for this: the kernel takes up to 20 ms, and a process that has
 * ended meanwhile needs none.
 */
export function exempt(folders: readonly CgroupFolder[], pid: number): void {
  for (const { path } of folders)
    writeFile(join(path, watchers, "cgroup.procs"), String(pid)).catch(() => {});
}

/** Removes cgroups once their last processes are gone; what is still busy after two seconds stays. */
export async function removeCgroups(paths: readonly string[]): Promise<void> {
  await Promise.all(
    paths.map(async (path) => {
      for (let attempt = 0; attempt < 100 && !(await removed(path)); attempt += 1)
        await sleep(attempt < 10 ? 2 : 20);
    }),
  );
}

/** Removes an engine's folders where nothing was ever put into them. */
export function removeEmptyFolders(folders: readonly CgroupFolder[]): void {
  for (const { path } of folders)
    for (const empty of [join(path, watchers), path, dirname(path)]) removeEmptyShelldeck(empty);
}

function removeEmptyShelldeck(path: string): void {
  if (!path.includes("/shelldeck")) return;
  try {
    rmdirSync(path);
  } catch {}
}

async function removed(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}
