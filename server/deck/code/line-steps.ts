/** Which lines of a block are shown first, next and last: `1|2-3|all`. */

/** What each look shows, as ranges in order ("1,3-5"), "all" or "none". */
export interface LineSteps {
  steps: string[];
}

/** Why a text names no lines. */
export interface NoLineSteps {
  message: string;
  remedy: string;
}

const remedy = "write lines as 2, 1,3-5, all or none, with | between steps";

/** Reads what stands between the braces for a block of so many lines. */
export function readLineSteps(text: string, lineCount: number): LineSteps | NoLineSteps {
  const steps: string[] = [];
  for (const entry of text.split("|")) {
    const read = readEntry(entry.replace(/\s+/g, ""), lineCount);
    if (typeof read !== "string") return read;
    steps.push(read);
  }
  return { steps };
}

/** The lines that a step names, from 1. */
export function linesOf(step: string, lineCount: number): Set<number> {
  if (step === "all") return linesOf(`1-${lineCount}`, lineCount);
  const lines = new Set<number>();
  for (const { first, last } of step === "none" ? [] : step.split(",").map(readRange))
    for (let line = first; line <= last; line++) lines.add(line);
  return lines;
}

function readEntry(entry: string, lineCount: number): string | NoLineSteps {
  if (entry === "all" || entry === "*") return "all";
  if (entry === "none") return "none";
  const ranges: Range[] = [];
  for (const part of entry.split(",")) {
    if (!/^\d{1,6}(?:-\d{1,6})?$/.test(part))
      return {
        message: part === "" ? "a line step is empty" : `"${part.slice(0, 30)}" names no lines`,
        remedy,
      };
    const range = readRange(part);
    if (range.first > range.last) return { message: `the lines ${part} are the wrong way round`, remedy };
    const outside = [range.first, range.last].find((line) => line < 1 || line > lineCount);
    if (outside !== undefined)
      return {
        message: `this block has no line ${outside}`,
        remedy: `its lines are 1 to ${lineCount}; they count from 1, whatever numbers are shown`,
      };
    ranges.push(range);
  }
  return merged(ranges);
}

interface Range {
  first: number;
  last: number;
}

function readRange(part: string): Range {
  const [first = 0, last = first] = part.split("-").map(Number);
  return { first, last };
}

/** Ranges in order, with those that touch as one. */
function merged(ranges: readonly Range[]): string {
  const out: Range[] = [];
  for (const range of [...ranges].sort((a, b) => a.first - b.first)) {
    const before = out.at(-1);
    if (before && range.first <= before.last + 1) before.last = Math.max(before.last, range.last);
    else out.push({ ...range });
  }
  return out.map(({ first, last }) => (first === last ? `${first}` : `${first}-${last}`)).join(",");
}
