/** Finds where on this machine an engine may have cgroups of its own. */
import { execFile } from "node:child_process";
import { accessSync, constants, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { promisify } from "node:util";
import type { CgroupKind, CgroupSetting } from "../plan/index.ts";
import { type CgroupFolder, enableControllers } from "./cgroups.ts";
import { hostEnvironment } from "./run.ts";

type Controller = CgroupSetting["controller"];
const controllers: readonly Controller[] = ["pids", "memory", "cpu"];

export interface EngineCgroups {
  kind: CgroupKind;
  folders: CgroupFolder[];
}

/** What the kernel says of mounts and of this process, and whose they are. */
export interface CgroupView {
  /** /proc/self/mounts */
  mounts: string;
  /** /proc/self/cgroup */
  own: string;
  /** Whether this process may make cgroups in a folder. */
  canMakeIn(folder: string): boolean;
}

/** The cgroup into which an engine moves its server out of the way, since only cgroups without processes hand controllers on. */
const serverLeaf = "shelldeck-server";

/** The kind of a machine's cgroups, whoever may use them. */
export function cgroupKind({ mounts }: Pick<CgroupView, "mounts">): CgroupKind {
  const table = rows(mounts, " ");
  if (table.some(([, path, type]) => type === "cgroup2" && path === root)) return "unified";
  if (!controllers.some((controller) => versionOneMount(table, controller))) return "none";
  return table.some(([, , type]) => type === "cgroup2") ? "hybrid" : "v1";
}

/** Folders for an engine below the server's own cgroups of version 1; none where it may not make any. */
export function versionOneFolders(view: CgroupView, engine: string): CgroupFolder[] {
  const table = rows(view.mounts, " ");
  const own = rows(view.own, ":");
  const found = controllers.flatMap((controller) => {
    const mount = versionOneMount(table, controller);
    const path = own.find(([, names]) => names?.split(",").includes(controller))?.[2];
    if (!mount || !path || !view.canMakeIn(join(mount, path))) return [];
    return [{ controller, path: join(mount, path, `shelldeck-${engine}`) }];
  });
  // Controllers that are mounted together have one folder.
  return [...new Set(found.map(({ path }) => path))].map((path) => ({
    controllers: found.filter((each) => each.path === path).map(({ controller }) => controller),
    path,
    joinBy: "tasks",
  }));
}

/**
 * Folders in the trees whose controllers an engine does not use, version 2's among them: a process's place in a tree is the top of it in
 * its cgroup namespace, so that a lab sees nothing of the host's.
 */
export function viewFolders(view: CgroupView, engine: string, used: readonly CgroupFolder[]): CgroupFolder[] {
  const own = rows(view.own, ":");
  return rows(view.mounts, " ").flatMap(([, mount = "", type = "", options = ""]) => {
    const words = options.split(",");
    const path = own.find(([, names = ""]) =>
      type === "cgroup2"
        ? names === ""
        : names !== "" && names.split(",").every((name) => words.includes(name)),
    )?.[2];
    if (!type.startsWith("cgroup") || path === undefined || !view.canMakeIn(join(mount, path))) return [];
    const folder = join(mount, path, `shelldeck-${engine}`);
    if (used.some((each) => each.path === folder)) return [];
    return [{ controllers: [], path: folder, joinBy: type === "cgroup2" ? "cgroup.procs" : "tasks" }];
  });
}

/** The cgroup2 folder that an ordinary user's engine may have its own in; null where nothing was handed over to the user. */
export function delegatedFolder({ own, canMakeIn }: CgroupView): string | null {
  const path = rows(own, ":").find(([, names]) => names === "")?.[2];
  if (path === undefined) return null;
  const current = join(root, path);
  const base = basename(current) === serverLeaf ? dirname(current) : current;
  return canMakeIn(base) ? base : null;
}

/** Prepares everything above the engine's own folders. */
export async function findCgroups(engine: string, isRoot: boolean): Promise<EngineCgroups> {
  const kind = cgroupKind(viewNow());
  if (kind === "hybrid" || kind === "v1") {
    const view = viewNow();
    const folders = versionOneFolders(view, engine);
    return folders.length > 0 ? { kind, folders: [...folders, ...viewFolders(view, engine, folders)] } : none;
  }
  if (kind === "none") return none;
  try {
    const base = isRoot ? sharedByEngines() : await ownSubtree();
    if (base === null) return none;
    return { kind, folders: [unifiedFolder(base, engine)] };
  } catch {
    return none;
  }
}

const root = "/sys/fs/cgroup";
const none: EngineCgroups = { kind: "none", folders: [] };

/** All engines of root are in one cgroup at the top, since a server's own holds the server. */
function sharedByEngines(): string {
  handOn(root);
  const path = join(root, "shelldeck");
  mkdirSync(path, { recursive: true });
  handOn(path);
  return path;
}

/** A cgroup that systemd, or whoever started the server, gave to its user; the server moves into a leaf of it. */
async function ownSubtree(): Promise<string | null> {
  const base = delegatedFolder(viewNow()) ?? ((await askSystemd()) ? delegatedFolder(viewNow()) : null);
  if (base === null) return null;
  const leaf = join(base, serverLeaf);
  mkdirSync(leaf, { recursive: true });
  for (const pid of readFileSync(join(base, "cgroup.procs"), "utf8").split("\n").filter(Boolean)) {
    writeFileSync(join(leaf, "cgroup.procs"), pid);
  }
  handOn(base);
  return base;
}

/** Asks the user's service manager for a scope with this process in it (org.freedesktop.systemd1(5)); whether it gave one. */
async function askSystemd(): Promise<boolean> {
  const uid = process.getuid?.() ?? 0;
  const manager = [
    "org.freedesktop.systemd1",
    "/org/freedesktop/systemd1",
    "org.freedesktop.systemd1.Manager",
  ];
  const pids = ["PIDs", "au", "1", String(process.pid)];
  const properties = ["2", ...pids, "Delegate", "b", "true"];
  const unit = [`shelldeck-${process.pid}.scope`, "fail", ...properties, "0"];
  try {
    await promisify(execFile)(
      "busctl",
      ["--user", "call", ...manager, "StartTransientUnit", "ssa(sv)a(sa(sv))", ...unit],
      { env: { ...hostEnvironment, XDG_RUNTIME_DIR: `/run/user/${uid}` }, timeout: 3000 },
    );
  } catch {
    return false;
  }
  for (let attempt = 0; attempt < 100; attempt += 1) {
    if (readFileSync("/proc/self/cgroup", "utf8").includes(`/shelldeck-${process.pid}.scope`)) return true;
    await sleep(10);
  }
  return false;
}

function unifiedFolder(base: string, engine: string): CgroupFolder {
  const name = basename(base) === "shelldeck" ? engine : `shelldeck-${engine}`;
  return { controllers: available(base), path: join(base, name), joinBy: "cgroup.procs" };
}

/** Lets a cgroup's children use what it has of the controllers; throws without those that keep a bomb in its lab. */
function handOn(path: string): void {
  const has = readFileSync(join(path, "cgroup.controllers"), "utf8").trim().split(" ");
  const wanted = controllers.filter((controller) => has.includes(controller));
  for (const needed of ["pids", "memory"] as const)
    if (!wanted.includes(needed)) throw new Error(`${path} has no ${needed} controller`);
  enableControllers(path, wanted);
}

function available(path: string): Controller[] {
  const on = readFileSync(join(path, "cgroup.subtree_control"), "utf8").trim().split(" ");
  return controllers.filter((controller) => on.includes(controller));
}

function viewNow(): CgroupView {
  return {
    mounts: readFileSync("/proc/self/mounts", "utf8"),
    own: readFileSync("/proc/self/cgroup", "utf8"),
    canMakeIn: (folder) => {
      try {
        for (const path of [folder, join(folder, "cgroup.procs")]) accessSync(path, constants.W_OK);
        return true;
      } catch {
        return false;
      }
    },
  };
}

function versionOneMount(mounts: string[][], controller: Controller): string | undefined {
  return mounts.find(
    ([, , type, options]) => type === "cgroup" && options?.split(",").includes(controller),
  )?.[1];
}

function rows(text: string, separator: string): string[][] {
  return text.split("\n").map((line) => line.split(separator));
}
