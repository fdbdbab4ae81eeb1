/** Reads `--limits memory=512M,idle=15m`: what labs may use and how long they may live. */
import { remedyForUnknown } from "../../suggest.ts";
import { defaultLabRules, defaultNodeLimits, type LabRules, type NodeLimits } from "../limits.ts";
import { notations } from "./amount.ts";
import { type Setting, type SettingName, settings } from "./settings.ts";

/** What was said, with the defaults for what was not. */
export interface Limits {
  node: NodeLimits;
  rules: LabRules;
  /** Each in a line of its own, with what is allowed; where there are any, the settings concerned are the defaults. */
  mistakes: string[];
}

/** Reads all of it; an empty text is the defaults. Never throws. */
export function parseLimits(text: string): Limits {
  const mistakes: string[] = [];
  const said = new Map<SettingName, number>();
  for (const item of text.trim() === "" ? [] : text.split(",")) readItem(item.trim(), said, mistakes);
  const limits = fill(said);
  return { ...limits, mistakes: [...mistakes, ...contradictions(limits, said)] };
}

function readItem(item: string, said: Map<SettingName, number>, mistakes: string[]): void {
  const [, name = "", value] = /^([^=]*?)\s*(?:=\s*(.*))?$/.exec(item) ?? [];
  if (!isName(name)) {
    const named = name === "" ? `"${item}" names no setting` : `"${name}" is no setting`;
    mistakes.push(`${named}; ${remedyForUnknown(name, Object.keys(settings))}`);
    return;
  }
  const setting: Setting = settings[name];
  const { read, write, form } = notations[setting.unit];
  const allowed = `write ${form}, from ${write(setting.least)} to ${write(setting.most)}`;
  const amount = read(value ?? "");
  if (said.has(name)) mistakes.push(`${item}: ${name} is there twice; keep one`);
  else if (value === undefined || value === "") mistakes.push(`${name}: it has no value; ${allowed}`);
  else if (amount === null) mistakes.push(`${item}: "${value}" cannot be read; ${allowed}`);
  else if (amount < setting.least) mistakes.push(`${item}: too little; ${allowed}`);
  else if (amount > setting.most) mistakes.push(`${item}: too much; ${allowed}`);
  if (amount !== null && amount >= setting.least && amount <= setting.most) said.set(name, amount);
}

function isName(name: string): name is SettingName {
  return Object.hasOwn(settings, name);
}

/** What was not said is the default, or less where that would contradict what was. */
function fill(said: ReadonlyMap<SettingName, number>): Omit<Limits, "mistakes"> {
  const node = { ...defaultNodeLimits };
  const rules = { ...defaultLabRules };
  for (const [name, amount] of said) {
    const setting = settings[name];
    if (setting.part === "node") node[setting.field] = amount;
    else rules[setting.field] = amount;
  }
  if (!said.has("disk")) node.diskBytes = Math.min(node.diskBytes, Math.floor((node.memoryBytes * 2) / 3));
  if (!said.has("warning")) rules.warningMs = Math.min(rules.warningMs, shortest(rules) / 2);
  if (!said.has("labs-per-seat")) rules.labsPerSeat = Math.min(rules.labsPerSeat, rules.labs);
  return { node, rules };
}

function shortest({ readerIdleMs, presenterIdleMs, lifetimeMs }: LabRules): number {
  return Math.min(readerIdleMs, presenterIdleMs, lifetimeMs);
}

/** Settings that are well each by itself and not together. */
function contradictions(
  { node, rules }: Omit<Limits, "mistakes">,
  said: ReadonlyMap<SettingName, number>,
): string[] {
  const mistakes: string[] = [];
  const of = (name: SettingName, amount: number) => `${name}=${notations[settings[name].unit].write(amount)}`;
  if (node.diskBytes > node.memoryBytes) {
    const [disk, memory] = [of("disk", node.diskBytes), of("memory", node.memoryBytes)];
    mistakes.push(`${disk}: files are kept in memory, and ${memory} is less; raise memory or lower disk`);
  }
  for (const name of ["idle", "presenter-idle", "lifetime"] as const) {
    const endMs = rules[settings[name].field as "readerIdleMs"];
    if (!said.has("warning") || rules.warningMs < endMs) continue;
    mistakes.push(`${of("warning", rules.warningMs)}: it must be shorter than ${of(name, endMs)}`);
  }
  if (rules.labsPerSeat > rules.labs)
    mistakes.push(
      `${of("labs-per-seat", rules.labsPerSeat)}: it is more than ${of("labs", rules.labs)} for all`,
    );
  return mistakes;
}
