/** The places of one engine on this machine, and the name that says whose they are. */
import { mkdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** All engines of a machine meet here, to keep out of each other's way. */
export const defaultRunFolder = "/run/shelldeck";

export interface EngineFolder {
  /** `PID-STARTTIME-N` of the owner. */
  name: string;
  path: string;
  runFolder: string;
  /** Root file system that all labs share, read-only. */
  root: string;
  devices: string;
  /** crun's own state. */
  crun: string;
  labs: string;
  /** Says what a reaper has to look at when the owner died and left all this. */
  leftovers: string;
}

let engines = 0;

/** Names the folder of a new engine of this process and makes it. */
export function makeEngineFolder(runFolder: string): EngineFolder {
  engines += 1;
  const folder = engineFolder(runFolder, `${process.pid}-${startTime(process.pid)}-${engines}`);
  mkdirSync(uidFolder(runFolder), { recursive: true, mode: 0o755 });
  mkdirSync(folder.path, { recursive: true, mode: 0o711 });
  for (const path of [folder.devices, folder.crun, folder.labs]) mkdirSync(path, { mode: 0o700 });
  mkdirSync(folder.root, { mode: 0o755 });
  return folder;
}

/** The folder of an engine by its name. */
export function engineFolder(runFolder: string, name: string): EngineFolder {
  const path = join(enginesFolder(runFolder), name);
  return {
    name,
    path,
    runFolder,
    root: join(path, "root"),
    devices: join(path, "devices"),
    crun: join(path, "crun"),
    labs: join(path, "labs"),
    leftovers: join(path, "leftovers.json"),
  };
}

export const enginesFolder = (runFolder: string): string => join(runFolder, "engines");
/** Holds a link for each uid range in use, named as its slot, that says which engine has it. */
export const uidFolder = (runFolder: string): string => join(runFolder, "uids");

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
