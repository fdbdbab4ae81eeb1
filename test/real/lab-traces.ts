/** What one engine's labs are on this machine, found by its owner's process id, so that other servers may run meanwhile. */
import { spawnSync } from "node:child_process";
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { join } from "node:path";
import { enginesFolder, idsOfSlot, uidsFolder } from "./lab-owner.ts";

/** All that there is of the labs of the engines that process `ownerPid` made; empty strings are left out. */
export function tracesOf(ownerPid: number): string[] {
  return [
    ...files(enginesFolder).filter((name) => name.startsWith(`${ownerPid}-`)),
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

/**
 * Every namespace on the machine but those of other owners' labs, by inode: the kernel gives a number again once it is free. lsns fails
 * when a process ends while it looks, and is asked again.
 */
export function allNamespaces(ownerPid: number): string[] {
  for (let attempt = 0; attempt < 50; attempt += 1) {
    const args = ["--noheadings", "--raw", "--output", "NS,PID"];
    const { status, stdout } = spawnSync("lsns", args, { encoding: "utf8" });
    if (status !== 0) continue;
    const rows = stdout.split("\n").map((row) => row.split(" "));
    return rows.flatMap(([inode, pid]) => (inode && !isOfAnother(pid ?? "", ownerPid) ? [inode] : []));
  }
  throw new Error("lsns failed 50 times");
}

/** Whether a process is in a lab of another owner. */
function isOfAnother(pid: string, ownerPid: number): boolean {
  const uid = uidOf(pid);
  const { first, count } = idsOfSlot(0);
  const owner = uid < first ? "" : link(join(uidsFolder, String(Math.floor((uid - first) / count))));
  return owner !== "" && !owner.startsWith(`${ownerPid}-`);
}

/** Lab slots of an owner. */
export function uidSlots(ownerPid: number): number[] {
  return files(uidsFolder)
    .filter((slot) => link(join(uidsFolder, slot)).startsWith(`${ownerPid}-`))
    .map(Number);
}

/** Host process ids in a slot's uid range. */
export function pidsOfSlot(slot: number): string[] {
  const { first, count } = idsOfSlot(slot);
  return files("/proc").filter((pid) => {
    const uid = uidOf(pid);
    return uid >= first && uid < first + count;
  });
}

function uidOf(pid: string): number {
  return Number(/^Uid:\s+(\d+)/m.exec(text(`/proc/${pid}/status`))?.[1] ?? -1);
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

/** An owner's cgroups. Folders that go while they are listed make find fail; what it found counts. */
export function cgroups(ownerPid: number): string[] {
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
