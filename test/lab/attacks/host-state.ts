/** What of the host an attempt could have changed. */
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";

const files = [
  "/proc/sys/kernel/core_pattern",
  "/proc/sys/kernel/hostname",
  "/proc/sys/kernel/pid_max",
  "/proc/sys/kernel/msgmax",
  "/proc/sys/kernel/shmmax",
  "/proc/sys/kernel/sysrq",
  "/proc/sys/fs/mqueue/queues_max",
  "/proc/sys/net/ipv4/ip_forward",
  "/proc/sys/vm/overcommit_memory",
  "/proc/modules",
];

/** A value for each thing; two of them are compared. */
export function hostState(): Record<string, string> {
  const { uid, gid, mode } = statSync("/dev/null");
  return {
    ...Object.fromEntries(
      files.filter(existsSync).map((path) => [path, withoutCounts(readFileSync(path, "utf8"))]),
    ),
    "/dev/null": `${uid} ${gid} ${mode.toString(8)}`,
    "program formats": list("/proc/sys/fs/binfmt_misc"),
    "network devices": list("/sys/class/net"),
    "files in /usr": list("/usr"),
    "files in /": list("/"),
    mounts: String(readFileSync("/proc/self/mountinfo", "utf8").split("\n").length),
  };
}

/** Of a module its name alone: how many use it changes. */
function withoutCounts(text: string): string {
  return text.replaceAll(/^(\w+) \d+ .*$/gm, "$1");
}

function list(folder: string): string {
  return existsSync(folder) ? readdirSync(folder).sort().join(" ") : "";
}
