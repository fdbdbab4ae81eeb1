/** The places of one engine on this machine, and the name that says whose they are. */
import { chmodSync, lstatSync, mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** Where all engines of root on a machine meet, to keep out of each other's way; an ordinary user's meet in a place of the user's own. */
export function defaultRunFolder(
  uid = process.getuid?.() ?? 0,
  runtimeFolder = process.env.XDG_RUNTIME_DIR,
): string {
  if (uid === 0) return "/run/shelldeck";
  if (runtimeFolder && isOwn(runtimeFolder, uid)) return join(runtimeFolder, "shelldeck");
  return `/tmp/shelldeck-${uid}`;
}

export interface EngineFolder {
  /** `PID-STARTTIME-N` of the owner. */
  name: string;
  path: string;
  runFolder: string;
  /** Root file system that all labs share, read-only. */
  root: string;
  /** What stands at /usr/local in it. */
  local: string;
  devices: string;
  /** Where the keeper mounts the images that all labs share. */
  images: string;
  /** crun's own state. */
  crun: string;
  labs: string;
  /** Says what a reaper has to look at when the owner died and left all this. */
  leftovers: string;
}

let engines = 0;

/** Names the folder of a new engine of this process. */
export function nameEngineFolder(runFolder: string): EngineFolder {
  engines += 1;
  return engineFolder(runFolder, `${process.pid}-${startTime(process.pid)}-${engines}`);
}

/** Makes an engine's folder; throws where others could write above it. */
export function makeEngineFolder(folder: EngineFolder): void {
  const { runFolder } = folder;
  makeFolder(runFolder, 0o711);
  if (!isOwn(runFolder)) throw new Error(`${runFolder} is somebody else's, or others can write in it`);
  makeFolder(uidFolder(runFolder), 0o755);
  makeFolder(enginesFolder(runFolder), 0o711);
  makeFolder(folder.path, 0o711);
  for (const path of [folder.crun, folder.labs]) makeFolder(path, 0o700);
  for (const path of [folder.root, folder.local, folder.devices, folder.images]) makeFolder(path, 0o755);
}

/** The folder of an engine by its name. */
export function engineFolder(runFolder: string, name: string): EngineFolder {
  const path = join(enginesFolder(runFolder), name);
  return {
    name,
    path,
    runFolder,
    root: join(path, "root"),
    local: join(path, "local"),
    devices: join(path, "devices"),
    images: join(path, "images"),
    crun: join(path, "crun"),
    labs: join(path, "labs"),
    leftovers: join(path, "leftovers.json"),
  };
}

export const enginesFolder = (runFolder: string): string => join(runFolder, "engines");
/** Holds a link for each uid range in use, named as its slot, that says which engine has it. */
export const uidFolder = (runFolder: string): string => join(runFolder, "uids");

/** Labs must get through, whatever the server's umask. */
function makeFolder(path: string, mode: number): void {
  if (mkdirSync(path, { recursive: true })) chmodSync(path, mode);
}

/** Whether a folder is the user's own and nobody else can write in it. */
function isOwn(path: string, uid = process.getuid?.() ?? 0): boolean {
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (!stat?.isDirectory()) return false;
  return stat.uid === uid && (stat.mode & 0o022) === 0;
}

/** Whether a process named `PID-STARTTIME` runs; what follows in the name does not count. */
export function isRunning(name: string): boolean {
  const [pid, started] = name.split("-");
  return startTime(Number(pid)) === started;
}

/**
 * When a process started, in clock ticks since boot (proc_pid_stat(5)); with the id it names a process for ever. Null for one that is
 * gone or a zombie.
 */
export function startTime(pid: number): string | null {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, "utf8");
    const [state = "", ...fields] = stat.slice(stat.lastIndexOf(")") + 2).split(" ");
    return /[ZX]/.test(state) ? null : (fields[18] ?? null);
  } catch {
    return null;
  }
}
