/** Finds the line on which a fence closes without reading the deck once a fence. */
import { closingFence, type Fence } from "./fence.ts";

/** The lines of a deck that could close a fence. */
export interface Closers {
  readonly all: readonly ClosingLine[];
  /** The first line from `from` on that closes `fence`, or null; `inClass`: one with a `]` behind it may, too. `from` only grows. */
  next(from: number, fence: Fence, inClass: boolean): number | null;
}

/** Looks through a deck's lines once. */
export function findClosers(lines: readonly string[]): Closers {
  const all: ClosingLine[] = [];
  for (const [index, line] of lines.entries()) {
    const closing = closingFence(line);
    if (closing) all.push({ ...closing, line: index });
  }
  const anywhere = search(all.filter((candidate) => !candidate.beforeBracket));
  const insideClass = search(all);
  return { all, next: (from, fence, inClass) => (inClass ? insideClass : anywhere)(from, fence) };
}

/** A line that could close a fence; `beforeBracket`: a `]` follows, so that it does so in a content class only. */
export interface ClosingLine extends Fence {
  line: number;
  beforeBracket: boolean;
}

/** Whether a line closes a fence. */
export function closes(candidate: ClosingLine, fence: Fence, inClass: boolean): boolean {
  return (
    candidate.mark === fence.mark && candidate.length >= fence.length && (inClass || !candidate.beforeBracket)
  );
}

function search(candidates: readonly ClosingLine[]): (from: number, fence: Fence) => number | null {
  const longestBehind = { "`": longest(candidates, "`"), "~": longest(candidates, "~") };
  let cursor = 0;
  return (from, fence) => {
    while (cursor < candidates.length && (candidates[cursor]?.line ?? 0) < from) cursor++;
    if ((longestBehind[fence.mark][cursor] ?? 0) < fence.length) return null;
    for (let index = cursor; index < candidates.length; index++) {
      const candidate = candidates[index];
      if (candidate?.mark === fence.mark && candidate.length >= fence.length) return candidate.line;
    }
    return null;
  };
}

/** For each candidate, the longest run of a mark from it to the end. */
function longest(candidates: readonly ClosingLine[], mark: Fence["mark"]): number[] {
  const found: number[] = [];
  let length = 0;
  for (let index = candidates.length - 1; index >= 0; index--) {
    const candidate = candidates[index];
    if (candidate?.mark === mark) length = Math.max(length, candidate.length);
    found[index] = length;
  }
  return found;
}
