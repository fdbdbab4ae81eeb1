/** Limits by version 1 cgroup controllers, for hosts whose cgroup2 tree has none. */
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { mkdir, rmdir, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { maxMemoryBytes, maxProcesses } from "../plan/index.ts";

/** Files of a controller, in the order in which they must be written; one that the kernel does not have is left out. */
const settings = {
  pids: { "pids.max": maxProcesses },
  memory: { "memory.limit_in_bytes": maxMemoryBytes, "memory.memsw.limit_in_bytes": maxMemoryBytes },
};
type Controller = keyof typeof settings;

/** A controller and the engine's folder in it. */
export interface ControllerFolder {
  controller: Controller;
  path: string;
}

/** Where the engine's cgroups will be, below the server's own; empty where the host has no such controllers. */
export function controllerFolders(engineName: string): ControllerFolder[] {
  const mounts = table("/proc/self/mounts", " ");
  const own = table("/proc/self/cgroup", ":");
  return (Object.keys(settings) as Controller[]).flatMap((controller) => {
    const mount = mounts.find(
      ([, , type, options]) => type === "cgroup" && options?.split(",").includes(controller),
    );
    const path = own.find(([, controllers]) => controllers?.split(",").includes(controller))?.[2];
    return mount?.[1] && path ? [{ controller, path: join(mount[1], path, `shelldeck-${engineName}`) }] : [];
  });
}

/** Makes the engine's own cgroups. */
export function makeControllerFolders(folders: readonly ControllerFolder[]): void {
  for (const { path } of folders) mkdirSync(path);
}

/** Makes the cgroups of one container and gives their paths. The kernel may take 20 ms for one, so this must not block. */
export function limitContainer(folders: readonly ControllerFolder[], id: string): Promise<string[]> {
  return Promise.all(
    folders.map(async ({ controller, path }) => {
      const cgroup = join(path, id);
      await mkdir(cgroup);
      for (const [file, value] of Object.entries(settings[controller])) {
        if (existsSync(join(cgroup, file))) await writeFile(join(cgroup, file), String(value));
      }
      return cgroup;
    }),
  );
}

/**
 * Takes a process out of its container's cgroups and into the engine's, so that the container's limits do not hit it. Nobody waits for
 * this: the kernel takes up to 20 ms, and a process that has ended meanwhile needs none.
 */
export function exempt(folders: readonly ControllerFolder[], pid: number): void {
  for (const { path } of folders) writeFile(join(path, "cgroup.procs"), String(pid)).catch(() => {});
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

async function removed(path: string): Promise<boolean> {
  try {
    await rmdir(path);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "ENOENT";
  }
}

function table(path: string, separator: string): string[][] {
  return readFileSync(path, "utf8")
    .split("\n")
    .map((line) => line.split(separator));
}
