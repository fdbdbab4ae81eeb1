/** What idle labs with their terminals cost in memory, all told, and what that consists of. */
import { setTimeout as sleep } from "node:timers/promises";
import type { LabEngine } from "../../server/lab/index.ts";
import { endLabs, makeLabs } from "./held-labs.ts";
import { descendants, memoryFields, textOf } from "./machine.ts";
import { round } from "./measure.ts";

/** MB a lab. */
export interface LabMemory {
  labs: number;
  /** How much less the machine has for others (MemAvailable); the median of some rounds, since others use the machine too. */
  available: number;
  rounds: number[];
  /** The sum of what follows. */
  total: number;
  /** Private and shared memory of the labs' processes (proportional set size), by program. */
  processes: Record<string, number>;
  /** How much this server grew. */
  server: number;
  /** What the kernel holds: objects, stacks, page tables, per-processor data, file systems in memory. */
  kernel: Record<string, number>;
}

/** Caches of labs that ended and of programs that started are given back a little later. */
const settleMs = 1500;
const kernelFields = ["SUnreclaim", "KernelStack", "PageTables", "Percpu", "Shmem"] as const;

export async function measureMemory(engine: LabEngine, count: number, turns: number): Promise<LabMemory> {
  // The server's own growth with its first labs is not the labs'.
  await endLabs(await makeLabs(engine, count));
  const rounds: Omit<LabMemory, "available" | "rounds" | "total" | "labs">[] = [];
  const available: number[] = [];
  for (let turn = 0; turn < turns; turn += 1) {
    const before = await look();
    const held = await makeLabs(engine, count);
    const during = await look();
    rounds.push({
      processes: perLab(during.processes, count),
      server: round((during.server - before.server) / count),
      kernel: perLab(
        Object.fromEntries(
          kernelFields.map((field) => [field, (during.kernel[field] ?? 0) - (before.kernel[field] ?? 0)]),
        ),
        count,
      ),
    });
    await endLabs(held);
    const after = await look();
    available.push(((before.available + after.available) / 2 - during.available) / count);
  }
  const parts = rounds.at(-1) ?? { processes: {}, server: 0, kernel: {} };
  const sum = (record: Record<string, number>) =>
    Object.values(record).reduce((total, each) => total + each, 0);
  return {
    labs: count,
    available: round([...available].sort((a, b) => a - b)[Math.floor(turns / 2)] ?? Number.NaN),
    rounds: available.map(round),
    total: round(sum(parts.processes) + parts.server + sum(parts.kernel)),
    ...parts,
  };
}

interface Look {
  available: number;
  server: number;
  kernel: Record<string, number>;
  processes: Record<string, number>;
}

/** In MB. */
async function look(): Promise<Look> {
  globalThis.gc?.();
  await sleep(settleMs);
  const fields = memoryFields("/proc/meminfo");
  return {
    available: fields.MemAvailable ?? 0,
    server: memoryFields("/proc/self/smaps_rollup").Pss ?? 0,
    kernel: fields,
    processes: processes(),
  };
}

/** Proportional set sizes, by program, of all that this process and its children started. */
function processes(): Record<string, number> {
  const found: Record<string, number> = {};
  for (const pid of descendants()) {
    const name = textOf(`/proc/${pid}/comm`).trim();
    // crun runs from a copy of itself, which has the number of a file descriptor as its name.
    const program = /^\d+$/.test(name) ? "crun" : name;
    found[program] = (found[program] ?? 0) + (memoryFields(`/proc/${pid}/smaps_rollup`).Pss ?? 0);
  }
  return found;
}

function perLab(record: Record<string, number>, count: number): Record<string, number> {
  return Object.fromEntries(
    Object.entries(record)
      .map(([name, value]): [string, number] => [name, round(value / count)])
      .filter(([, value]) => Math.abs(value) >= 0.01),
  );
}
