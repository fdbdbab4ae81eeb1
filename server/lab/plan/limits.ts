/** A node's limits as the kernel takes them: of each process, and by cgroup controllers of either version. */
import type { NodeLimits } from "../limits.ts";

export interface ProcessLimit {
  type: "RLIMIT_NOFILE" | "RLIMIT_NPROC" | "RLIMIT_CORE" | "RLIMIT_DATA";
  soft: number;
  hard: number;
}

/** Open files that a process gets without asking for more: select(2) takes no higher number. */
const usualOpenFiles = 1024;

/** Limits of every process. Where no cgroup bounds a node's memory, at least no process of it gets more. */
export function processLimits(
  kind: CgroupKind,
  { openFiles, processes, memoryBytes }: NodeLimits,
): ProcessLimit[] {
  return [
    { type: "RLIMIT_NOFILE", soft: Math.min(usualOpenFiles, openFiles), hard: openFiles },
    { type: "RLIMIT_NPROC", soft: processes, hard: processes },
    // With 1 the kernel neither writes a file nor starts the host's program for core dumps; 0 stops the file alone (core(5)).
    { type: "RLIMIT_CORE", soft: 1, hard: 1 },
    ...(kind === "none" ? [{ type: "RLIMIT_DATA" as const, soft: memoryBytes, hard: memoryBytes }] : []),
  ];
}

/** How cgroups are there on a machine; a lab on one with "none" is limited by its processes and file systems alone. */
export type CgroupKind = "unified" | "hybrid" | "v1" | "none";

export interface CgroupSetting {
  controller: "pids" | "memory" | "cpu";
  file: string;
  value: string;
}

/** Of a processor's time, in microseconds: the kernel's own choice (cgroup-v2.rst, cpu.max). */
const cpuPeriodUs = 100_000;

/** What a node's cgroups are set to, in the order in which it must be written. */
export function cgroupSettings(
  kind: CgroupKind,
  { processes, memoryBytes, cpus }: NodeLimits,
): CgroupSetting[] {
  const cpuUs = Math.round(cpus * cpuPeriodUs);
  if (kind === "none") return [];
  if (kind === "unified") {
    return [
      { controller: "pids", file: "pids.max", value: String(processes) },
      { controller: "memory", file: "memory.max", value: String(memoryBytes) },
      { controller: "memory", file: "memory.swap.max", value: "0" },
      { controller: "cpu", file: "cpu.max", value: `${cpuUs} ${cpuPeriodUs}` },
    ];
  }
  return [
    { controller: "pids", file: "pids.max", value: String(processes) },
    { controller: "memory", file: "memory.limit_in_bytes", value: String(memoryBytes) },
    { controller: "memory", file: "memory.memsw.limit_in_bytes", value: String(memoryBytes) },
    { controller: "cpu", file: "cpu.cfs_period_us", value: String(cpuPeriodUs) },
    { controller: "cpu", file: "cpu.cfs_quota_us", value: String(cpuUs) },
  ];
}
