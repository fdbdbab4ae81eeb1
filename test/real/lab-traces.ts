/** What one engine's labs are on this machine, found by its owner's process id, so that other servers may run meanwhile. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";

/** All that there is of the labs of the engines that process `ownerPid` made; empty strings are left out. */
export function tracesOf(ownerPid: number): string[] {
  return [
    ...files("/run/shelldeck/engines").filter((name) => name.startsWith(`${ownerPid}-`)),
    ...uidSlots(ownerPid).map((slot) => `uid slot ${slot}`),
    ...processes(ownerPid),
    ...cgroups(ownerPid),
    ...readFileSync("/proc/self/mountinfo", "utf8")
      .split("\n")
      .filter((line) => line.includes(`/engines/${ownerPid}-`)),
  ];
}

/** Namespaces that processes of an owner's labs are in, by inode. */
export function namespacesOf(ownerPid: number): string[] {
  const pids = uidSlots(ownerPid).flatMap((slot) => pidsOfSlot(slot));
  const kinds = ["user", "pid", "net", "ipc", "uts", "mnt", "cgroup"];
  return [...new Set(pids.flatMap((pid) => kinds.map((kind) => link(`/proc/${pid}/ns/${kind}`))))].filter(
    Boolean,
  );
}

/** Every namespace that is left on the machine, by inode; lsns fails when a process ends while it looks, and is asked again. */
export function allNamespaces(): string {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const { status, stdout } = spawnSync("lsns", ["--noheadings", "--raw", "--output", "NS,TYPE"], {
      encoding: "utf8",
    });
    if (status === 0) return stdout;
  }
  throw new Error("lsns failed 50 times");
}

/** Lab slots of an owner. */
export function uidSlots(ownerPid: number): number[] {
  return files("/run/shelldeck/uids")
    .filter((slot) => link(join("/run/shelldeck/uids", slot)).startsWith(`${ownerPid}-`))
    .map(Number);
}

/** Host process ids in a slot's uid range. */
export function pidsOfSlot(slot: number): string[] {
  const base = 0x7000_0000 + slot * 65_536;
  return files("/proc").filter((pid) => {
    const uid = Number(/^Uid:\s+(\d+)/m.exec(text(`/proc/${pid}/status`))?.[1] ?? -1);
    return uid >= base && uid < base + 65_536;
  });
}

/** A process's command line. */
export function commandOf(pid: string): string {
  return text(`/proc/${pid}/cmdline`).replaceAll("\0", " ");
}

/** What a process has open. */
export function openFiles(pid: string): string[] {
  return files(`/proc/${pid}/fd`).map((descriptor) => link(`/proc/${pid}/fd/${descriptor}`));
}

function processes(ownerPid: number): string[] {
  return files("/proc").filter(
    (pid) => /^\d+$/.test(pid) && commandOf(pid).includes(`/engines/${ownerPid}-`),
  );
}

/** Folders that go while they are listed make find fail; what it found counts. */
function cgroups(ownerPid: number): string[] {
  const args = ["/sys/fs/cgroup", "-path", `*shelldeck*${ownerPid}-*`, "-type", "d"];
  return spawnSync("find", args, { encoding: "utf8" }).stdout.split("\n").filter(Boolean);
}

function files(folder: string): string[] {
  try {
    return readdirSync(folder);
  } catch {
    return [];
  }
}

function text(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

function link(path: string): string {
  try {
    return readlinkSync(path);
  } catch {
    return "";
  }
}
