/** What one node of a lab may use. */
import type { HostFacts } from "./host-facts.ts";

const MiB = 1024 * 1024;

/** Processes of a node, and of each user in it where the host has no pids controller. */
export const maxProcesses = 512;

/** Open files of a process. */
const openFiles = { soft: 1024, hard: 4096 };

/** Of a node with its tmpfs; swap does not add to it. */
export const maxMemoryBytes = 384 * MiB;

/** Limits of every process, kept with or without cgroups. */
export const processLimits = [
  { type: "RLIMIT_NOFILE", ...openFiles },
  { type: "RLIMIT_NPROC", soft: maxProcesses, hard: maxProcesses },
  { type: "RLIMIT_CORE", soft: 0, hard: 0 },
];

/** Limits by cgroup2, which only a unified host has controllers for; on a hybrid one `apply` uses version 1. */
export function cgroupLimits(cgroups: HostFacts["cgroups"]): object | null {
  if (cgroups !== "unified") return null;
  return { pids: { limit: maxProcesses }, memory: { limit: maxMemoryBytes, swap: maxMemoryBytes } };
}
