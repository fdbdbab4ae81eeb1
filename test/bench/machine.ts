/** The machine's memory and processes, as the kernel counts them. */
import { readdirSync, readFileSync } from "node:fs";

/** MB of each field of a file of /proc that counts in kB; none where there is no such file any more. */
export function memoryFields(path: string): Record<string, number> {
  const lines = textOf(path).matchAll(/^(\w+):\s+(\d+) kB$/gm);
  return Object.fromEntries([...lines].map(([, name = "", kB]) => [name, Number(kB) / 1024]));
}

export function availableMB(): number {
  return memoryFields("/proc/meminfo").MemAvailable ?? 0;
}

/** Ids of all that this process, its children and theirs have started and that still runs. */
export function descendants(): string[] {
  const parents = new Map(
    readdirSync("/proc")
      .filter((name) => /^\d+$/.test(name))
      .map((pid) => [pid, /^PPid:\s+(\d+)/m.exec(textOf(`/proc/${pid}/status`))?.[1] ?? "0"]),
  );
  const isOwn = (pid: string): boolean => {
    const parent = parents.get(pid) ?? "0";
    return parent === String(process.pid) || (Number(parent) > 1 && isOwn(parent));
  };
  return [...parents.keys()].filter(isOwn);
}

export function processCount(): number {
  return descendants().length;
}

export function textOf(path: string): string {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}
