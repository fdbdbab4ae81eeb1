/** Reads the system's own texts: pure, from text to fact. */
import type { Facts, IdRange } from "../facts.ts";

/** Of os-release(5). */
export function readDistribution(text: string): Facts["distribution"] {
  const value = (key: string) => new RegExp(`^${key}=["']?([^"'\n]*)`, "m").exec(text)?.[1] ?? "";
  const ids = [value("ID"), ...value("ID_LIKE").split(" ")].filter((id) => id !== "");
  return { name: value("PRETTY_NAME") || value("NAME") || "an unknown system", ids };
}

/** Of subuid(5) and subgid(5). */
export function readIdRanges(text: string): IdRange[] {
  return text.split("\n").flatMap((line) => {
    const [owner = "", first, count] = line.trim().split(":");
    return owner && Number(first) > 0 && Number(count) > 0
      ? [{ owner, first: Number(first), count: Number(count) }]
      : [];
  });
}

const wanted = ["pids", "memory", "cpu"];

/** What a machine's mounts (proc_pid_mounts(5)) say of its cgroups. `versionOne`: where each controller of version 1 is. */
export function readCgroupMounts(mounts: string): {
  kind: Facts["cgroups"]["kind"];
  versionOne: Record<string, string>;
} {
  const rows = mounts.split("\n").map((line) => line.split(" "));
  const versionOne = Object.fromEntries(
    rows.flatMap(([, path = "", type, options = ""]) =>
      type === "cgroup"
        ? options.split(",").flatMap((name) => (wanted.includes(name) ? [[name, path]] : []))
        : [],
    ),
  );
  const versionTwo = rows.filter(([, , type]) => type === "cgroup2");
  if (versionTwo.some(([, path]) => path === "/sys/fs/cgroup")) return { kind: "unified", versionOne };
  if (Object.keys(versionOne).length === 0) return { kind: "none", versionOne };
  return { kind: versionTwo.length > 0 ? "hybrid" : "v1", versionOne };
}

/** This process's cgroup with a controller of version 1, or with "" its cgroup of version 2; of cgroups(7)'s /proc/PID/cgroup. */
export function readOwnCgroup(text: string, controller: string): string | null {
  const rows = text.split("\n").map((line) => line.split(":"));
  return rows.find(([, names]) => names?.split(",").includes(controller))?.[2] ?? null;
}

/** Controllers that matter here, of a cgroup.controllers file. */
export function readControllers(text: string): string[] {
  const there = text.trim().split(/\s+/);
  return wanted.filter((name) => there.includes(name));
}

/** Of the modules asked for, those that modules.dep or modules.builtin have. */
export function readModules(text: string, names: readonly string[]): string[] {
  const paths = text.split("\n").map((line) => line.split(":")[0] ?? "");
  const there = new Set(paths.map((path) => /([^/]+)\.ko(?:\.\w+)?$/.exec(path)?.[1]?.replaceAll("-", "_")));
  return names.filter((name) => there.has(name));
}
