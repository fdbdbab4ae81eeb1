/** Joins stretches of a deck that fences or content classes hold together. */
import type { OpenBracket } from "./brackets.ts";
import type { Chunk, OpenFence } from "./chunk.ts";
import { closes } from "./closers.ts";

/** A chunk with its place. */
export interface Stretch {
  start: number;
  end: number;
  chunk: Chunk;
}

/** Lexes a part of the deck's text. */
export type Lex = (start: number, end: number) => Chunk;

/** Joins what a fence reaches over: separators in it are text. */
export function joinByFences(stretches: readonly Stretch[], lex: Lex): Stretch[] {
  if (stretches.every(({ chunk }) => chunk.openFences.length === 0)) return [...stretches];
  const closersBehind = findClosersBehind(stretches);
  const joined: Stretch[] = [];
  for (let index = 0; index < stretches.length; index++) {
    const first = stretches[index];
    if (!first) break;
    let { end, chunk } = first;
    let last = index;
    for (let next = closersBehind(chunk, last); next !== null; next = closersBehind(chunk, last)) {
      // At least twice as many each time, so that the work stays in proportion to the text.
      last = Math.min(stretches.length - 1, Math.max(next, last + (last - index)));
      end = stretches[last]?.end ?? end;
      chunk = lex(first.start, end);
    }
    joined.push({ start: first.start, end, chunk });
    index = last;
  }
  return joined;
}

/** Finds the first stretch behind one that holds an end for one of a chunk's open fences. */
function findClosersBehind(stretches: readonly Stretch[]): (chunk: Chunk, behind: number) => number | null {
  const longest = { "`": longestFrom(stretches, "`"), "~": longestFrom(stretches, "~") };
  const find = ({ fence, inClass }: OpenFence, behind: number): number | null => {
    if ((longest[fence.mark][behind + 1] ?? 0) < fence.length) return null;
    for (let at = behind + 1; at < stretches.length; at++) {
      if (stretches[at]?.chunk.closers.some((closer) => closes(closer, fence, inClass))) return at;
    }
    return null;
  };
  return (chunk, behind) => {
    for (const open of chunk.openFences) {
      const at = find(open, behind);
      if (at !== null) return at;
    }
    return null;
  };
}

/** For each stretch, the longest run of a mark that could close a fence in it or behind it. */
function longestFrom(stretches: readonly Stretch[], mark: "`" | "~"): number[] {
  const found: number[] = [];
  let length = 0;
  for (let index = stretches.length - 1; index >= 0; index--) {
    for (const closer of stretches[index]?.chunk.closers ?? [])
      if (closer.mark === mark) length = Math.max(length, closer.length);
    found[index] = length;
  }
  return found;
}

/** What is joined, and the content classes that nothing closes. */
export interface Joined {
  stretches: Stretch[];
  unclosed: { offset: number; bracket: OpenBracket }[];
}

/** Joins what a content class reaches over: brackets balance over the whole deck. */
export function joinByBrackets(stretches: readonly Stretch[], lex: Lex): Joined {
  const open: { at: number; offset: number; bracket: OpenBracket }[] = [];
  /** For each stretch, the last one that it is held together with. */
  const reach = stretches.map((_, index) => index);
  for (const [index, { start, chunk }] of stretches.entries()) {
    for (let left = chunk.closes; left > 0; left--) {
      const closed = open.pop();
      if (!closed) break;
      if (closed.bracket.kind !== "plain") reach[closed.at] = index;
    }
    for (const bracket of chunk.opens) open.push({ at: index, offset: start + bracket.start, bracket });
  }
  const joined: Stretch[] = [];
  for (let index = 0; index < stretches.length; index++) {
    const first = stretches[index];
    if (!first) break;
    let last = reach[index] ?? index;
    for (let inside = index + 1; inside <= last; inside++) last = Math.max(last, reach[inside] ?? inside);
    const end = stretches[last]?.end ?? first.end;
    joined.push(last === index ? first : { start: first.start, end, chunk: lex(first.start, end) });
    index = last;
  }
  return { stretches: joined, unclosed: open.filter(({ bracket }) => bracket.kind === "class") };
}
