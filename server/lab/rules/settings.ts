/** The settings of `--limits`: each one's word, its unit, and how small and how large it may be. */
import type { LabRules, NodeLimits } from "../limits.ts";
import type { Unit } from "./amount.ts";

const KiB = 2 ** 10;
const MiB = 2 ** 20;
const TiB = 2 ** 40;
const secondMs = 1000;
const minuteMs = 60 * secondMs;
const dayMs = 24 * 60 * minuteMs;

/** A setting's unit and range, and what it is for. */
export interface Setting<Field extends string = string> {
  field: Field;
  unit: Unit;
  /** The least with which a lab starts and its shell answers, or that makes sense. */
  least: number;
  most: number;
  /** What it limits, as a sentence goes on. */
  of: string;
}

type NodeSetting = Setting<keyof NodeLimits> & { part: "node" };
type RuleSetting = Setting<keyof LabRules> & { part: "rules" };

/** By the word that stands before "=", in the order in which they are listed. */
export const settings = {
  memory: node("memoryBytes", "bytes", 64 * MiB, TiB, "memory of a node, with its files"),
  processes: node("processes", "count", 32, 32 * KiB, "processes and threads of a node"),
  cpus: node("cpus", "cores", 0.05, 1024, "processor cores of a node"),
  disk: node("diskBytes", "bytes", 16 * MiB, TiB, "room for a node's files"),
  inodes: node("inodes", "count", 2 * KiB, 16 * MiB, "files of a node"),
  files: node("openFiles", "count", 256, MiB, "open files of a process"),
  namespaces: node("namespaces", "count", 8, 64 * KiB, "nested namespaces of each kind in a lab"),
  labs: rule("labs", "count", 1, 4000, "labs at once"),
  "labs-per-seat": rule("labsPerSeat", "count", 1, 4000, "labs of one seat at once"),
  "labs-per-minute": rule("labsPerMinute", "count", 1, 60_000, "labs made in any minute"),
  idle: rule(
    "readerIdleMs",
    "time",
    5 * secondMs,
    7 * dayMs,
    "time without use after which a reader's lab ends",
  ),
  "presenter-idle": rule("presenterIdleMs", "time", 5 * secondMs, 7 * dayMs, "the same for a presenter's"),
  lifetime: rule("lifetimeMs", "time", 5 * secondMs, 20 * dayMs, "time after which any lab ends"),
  warning: rule(
    "warningMs",
    "time",
    secondMs,
    60 * minuteMs,
    "time before a lab's end when its user is warned",
  ),
} as const satisfies Record<string, NodeSetting | RuleSetting>;

export type SettingName = keyof typeof settings;

/** The setting of a rule or a node's limit. */
export function settingFor(field: keyof NodeLimits | keyof LabRules): SettingName {
  const names = Object.keys(settings) as SettingName[];
  const found = names.find((name) => settings[name].field === field);
  if (!found) throw new RangeError(`${field} has no setting`);
  return found;
}

function node(field: keyof NodeLimits, unit: Unit, least: number, most: number, of: string): NodeSetting {
  return { part: "node", field, unit, least, most, of };
}

function rule(field: keyof LabRules, unit: Unit, least: number, most: number, of: string): RuleSetting {
  return { part: "rules", field, unit, least, most, of };
}
