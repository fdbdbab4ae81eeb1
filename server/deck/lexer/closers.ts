/** Finds the line on which a fence closes without reading the deck once a fence. */
import { closingFence, type Fence } from "./fence.ts";

/** The lines of a deck that could close a fence. */
export interface Closers {
  /** The first line from `from` on that closes `fence`, or null; `inClass`: one with a `]` behind it may, too. `from` only grows. */
  next(from: number, fence: Fence, inClass: boolean): number | null;
}

/** Looks through a deck's lines once. */
export function findClosers(lines: readonly string[]): Closers {
  const all: Candidate[] = [];
  lines.forEach((line, index) => {
    const closing = closingFence(line);
    if (closing) all.push({ ...closing, line: index });
  });
  const anywhere = search(all.filter((candidate) => !candidate.beforeBracket));
  const insideClass = search(all);
  return { next: (from, fence, inClass) => (inClass ? insideClass : anywhere)(from, fence) };
}

interface Candidate extends Fence {
  line: number;
  beforeBracket: boolean;
}

function search(candidates: readonly Candidate[]): (from: number, fence: Fence) => number | null {
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
function longest(candidates: readonly Candidate[], mark: Fence["mark"]): number[] {
  const found: number[] = [];
  let length = 0;
  for (let index = candidates.length - 1; index >= 0; index--) {
    const candidate = candidates[index];
    if (candidate?.mark === mark) length = Math.max(length, candidate.length);
    found[index] = length;
  }
  return found;
}
