/** What labs could leave on this machine, listed so that before and after can be compared. */
import { execFileSync } from "node:child_process";
import { readdirSync, readFileSync } from "node:fs";

/** The first uid that labs use; nobody else has such ids. */
const firstLabUid = 0x70000000;

/** Lab processes, tools that hold labs, namespaces, mounts, cgroups and state files, one string each. */
export function labTraces(): string[] {
  return [...labProcesses(), ...namespaces(), ...mounts(), ...cgroups(), ...stateFiles()].sort();
}

function labProcesses(): string[] {
  return readdirSync("/proc")
    .filter((name) => /^\d+$/.test(name))
    .flatMap((pid) => {
      try {
        const uid = Number(/^Uid:\s+(\d+)/m.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1]);
        const command = readFileSync(`/proc/${pid}/cmdline`, "utf8").replaceAll("\0", " ");
        return uid >= firstLabUid || /\bcrun\b|\/run\/shelldeck/.test(command)
          ? [`process ${pid} ${command}`]
          : [];
      } catch {
        return [];
      }
    });
}

function namespaces(): string[] {
  const lines = execFileSync("lsns", ["--noheadings", "--raw", "--output", "NS,TYPE"], { encoding: "utf8" });
  return lines
    .split("\n")
    .filter(Boolean)
    .map((line) => `namespace ${line}`);
}

function mounts(): string[] {
  return readFileSync("/proc/self/mountinfo", "utf8")
    .split("\n")
    .filter(Boolean)
    .map((line) => `mount ${line}`);
}

function cgroups(): string[] {
  const folders = execFileSync("find", ["/sys/fs/cgroup", "-type", "d"], { encoding: "utf8" });
  return folders
    .split("\n")
    .filter(Boolean)
    .map((folder) => `cgroup ${folder}`);
}

function stateFiles(): string[] {
  try {
    return readdirSync("/run/shelldeck", { recursive: true, encoding: "utf8" }).map((file) => `file ${file}`);
  } catch {
    return [];
  }
}
