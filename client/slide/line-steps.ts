/** The looks that a block of code takes, one a click: `["1", "2-3", "all"]`. */

/** Clicks on the way to a look; before a block's first click it has its first look, behind its last one the last. */
export function lookAt(steps: readonly string[], firstClick: number, step: number): string {
  const index = Math.min(Math.max(0, step - firstClick), steps.length - 1);
  return steps[index] ?? "all";
}

/** Whether a look leaves all lines alike. */
export function isPlain(look: string): boolean {
  return look === "all" || look === "*";
}

/** Whether a look shows a line in full; lines count from 1. */
export function showsLine(look: string, line: number): boolean {
  if (isPlain(look)) return true;
  return ranges(look).some(([first, last]) => first <= line && line <= last);
}

/** A look as it is said: `lines 2 to 3 of 5`. */
export function sayLook(look: string, lineCount: number): string {
  if (isPlain(look)) return "all lines";
  const said = ranges(look).map(([first, last]) => (first === last ? `${first}` : `${first} to ${last}`));
  if (said.length === 0) return "no line";
  const isOne = said.length === 1 && !said[0]?.includes(" ");
  return `${isOne ? "line" : "lines"} ${list(said)} of ${lineCount}`;
}

function list(parts: readonly string[]): string {
  return parts.length < 2 ? parts.join() : `${parts.slice(0, -1).join(", ")} and ${parts.at(-1)}`;
}

function ranges(look: string): [first: number, last: number][] {
  return [...look.matchAll(/(\d+)(?:-(\d+))?/g)].map(([, first, last = first]) => [
    Number(first),
    Number(last),
  ]);
}
