/** A deck's text as the lexer reads it, and the way back from an offset to the author's line and column. */

/** Normalised text: LF ends every line, no byte order mark, no indentation shared by all lines. */
export interface Source {
  readonly text: string;
  /** Line and column from 1 in the text as the author wrote it. */
  place(offset: number): { line: number; column: number };
}

/** Noncharacters stand for lifted-out parts of a text while Markdown is parsed, so a deck cannot hold them. */
const reserved = /[\uFDD0\uFDD1]/g;

/** Normalises a deck; `shared` says whether indentation shared by all lines goes. */
export function readSource(deck: string, shared: "dedent" | "keep" = "dedent"): Source {
  const whole = deck
    .replace(/^\uFEFF/, "")
    .replace(/\r\n?/g, "\n")
    .replace(reserved, "\uFFFD");
  const indentation =
    shared === "dedent" && /^[ \t\n]/.test(whole) ? sharedIndentation(whole.split("\n")) : 0;
  const text =
    indentation === 0
      ? whole
      : whole
          .split("\n")
          .map((line) => line.slice(Math.min(indentation, leadingBlanks(line))))
          .join("\n");
  let starts: number[] | null = null;
  return {
    text,
    place(offset) {
      starts ??= lineStarts(text);
      const line = lastAtOrBefore(starts, Math.max(0, Math.min(offset, text.length)));
      return { line: line + 1, column: offset - (starts[line] ?? 0) + indentation + 1 };
    },
  };
}

function sharedIndentation(lines: string[]): number {
  let shared = Number.POSITIVE_INFINITY;
  for (const line of lines) {
    const blanks = leadingBlanks(line);
    if (blanks < line.length) shared = Math.min(shared, blanks);
    if (shared === 0) return 0;
  }
  return Number.isFinite(shared) ? shared : 0;
}

function leadingBlanks(line: string): number {
  let count = 0;
  while (line[count] === " " || line[count] === "\t") count++;
  return count;
}

function lineStarts(text: string): number[] {
  const starts = [0];
  for (let at = text.indexOf("\n"); at >= 0; at = text.indexOf("\n", at + 1)) starts.push(at + 1);
  return starts;
}

/** Index of the last element of an ascending list that is not above `value`; 0 when all are. */
export function lastAtOrBefore(ascending: readonly number[], value: number): number {
  let low = 0;
  let high = ascending.length - 1;
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((ascending[middle] ?? 0) <= value) low = middle;
    else high = middle - 1;
  }
  return low;
}
