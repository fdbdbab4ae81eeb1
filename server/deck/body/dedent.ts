/** Indentation that a content class's text has only because it stands between brackets. */
import type { Edit } from "./fragment.ts";

/** Edits that take off what all lines share, or, when text begins right behind the bracket, that line's blanks. */
export function dedentation(text: string): Edit[] {
  const lines = text.split("\n");
  if ((lines[0] ?? "").trim() !== "") return cut(0, blanks(lines[0] ?? ""));
  const filled = lines.filter((line) => line.trim() !== "");
  const shared = filled.reduce((least, line) => Math.min(least, blanks(line)), Number.POSITIVE_INFINITY);
  if (shared === 0 || filled.length === 0) return [];
  const edits: Edit[] = [];
  let start = 0;
  for (const line of lines) {
    edits.push(...cut(start, Math.min(shared, blanks(line))));
    start += line.length + 1;
  }
  return edits;
}

function cut(at: number, remove: number): Edit[] {
  return remove === 0 ? [] : [{ at, remove, insert: "" }];
}

function blanks(line: string): number {
  return /^[ \t]*/.exec(line)?.[0].length ?? 0;
}
