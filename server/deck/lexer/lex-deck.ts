/** Cuts a deck into slides and their text into pieces, and again only those slides whose text has changed. */
import type { Report } from "../problem.ts";
import { Recent } from "../recent.ts";
import { lastAtOrBefore } from "../source.ts";
import type { OpenBracket } from "./brackets.ts";
import { type Chunk, lexChunk } from "./chunk.ts";
import { joinByBrackets, joinByFences, type Stretch } from "./join.ts";
import { moved } from "./moved.ts";
import type { LexedSlide } from "./piece.ts";

/**
 * Lexed slides. Their offsets are addresses: the same for a slide whose text did not change, wherever it stands now, so that
 * what was made of it stays good.
 */
export interface LexedDeck {
  slides: LexedSlide[];
  /** Where an address is in the text. */
  offsetOf(address: number): number;
}

/** What was lexed of one deck. */
export interface LexerCache {
  chunks: Recent<Chunk>;
  /** The chunk's slides at their addresses, for each place that it stands at. */
  addressed: WeakMap<Chunk, AddressedChunk[]>;
  /** The first address that is free. */
  free: number;
}

interface AddressedChunk {
  address: number;
  continued: boolean;
  slides: LexedSlide[];
}

/** In characters: a deck of this length is cached whole. */
const mostCharacters = 64_000_000;

/** A cache for the versions of a deck. */
export function createLexerCache(): LexerCache {
  return { chunks: new Recent(mostCharacters), addressed: new WeakMap(), free: 0 };
}

/** Lexes a normalised text from `start` on; mistakes are reported with offsets of the text. */
export function lexDeck(
  text: string,
  start: number,
  report: Report,
  cache: LexerCache = createLexerCache(),
): LexedDeck {
  const lex = (from: number, end: number): Chunk => {
    const isLast = end === text.length;
    const key = (isLast ? "last" : "more") + text.slice(from, end);
    const known = cache.chunks.get(key);
    if (known) return known;
    // Of the key, which is a copy: what is cut from the text keeps all of that version's text in memory.
    const chunk = lexChunk(key.slice(4), isLast);
    cache.chunks.set(key, chunk);
    return chunk;
  };
  const cut = cutAtSeparators(text, start).map(
    ({ start: from, end }): Stretch => ({ start: from, end, chunk: lex(from, end) }),
  );
  const { stretches, unclosed } = joinByBrackets(joinByFences(cut, lex), lex);
  cache.chunks.turn();
  reportMistakes(stretches, unclosed, report);
  return address(stretches, cache);
}

/** Without the flag `m`, for which U+2028 ends a line, too. */
const separator = /(?<![^\n])(?:---?|<!-- break -->)(?![^\n])/g;

/** Each line that looks like a separator ends a stretch. */
function cutAtSeparators(text: string, start: number): { start: number; end: number }[] {
  const cut: { start: number; end: number }[] = [];
  let from = start;
  separator.lastIndex = start;
  for (let match = separator.exec(text); match; match = separator.exec(text)) {
    const end = match.index + match[0].length;
    if (end === text.length) break;
    cut.push({ start: from, end });
    from = end;
  }
  cut.push({ start: from, end: text.length });
  return cut;
}

function reportMistakes(
  stretches: readonly Stretch[],
  unclosed: readonly { offset: number; bracket: OpenBracket }[],
  report: Report,
): void {
  for (const { start, chunk } of stretches) {
    for (const { severity, offset, message, remedy } of chunk.mistakes)
      report(severity, start + offset, message, remedy);
  }
  for (const { offset, bracket } of unclosed) {
    report(
      "error",
      offset,
      `the content class .${bracket.classes.join(".")}[ is not closed and is shown as it is written`,
      "close it with ]; to show the text, write a backslash before the dot",
    );
  }
}

function address(stretches: readonly Stretch[], cache: LexerCache): LexedDeck {
  const slides: LexedSlide[] = [];
  const places: { address: number; start: number }[] = [];
  /** How often a chunk was met so far. */
  const met = new Map<Chunk, number>();
  let continued = false;
  for (const { start, chunk } of stretches) {
    const before = met.get(chunk) ?? 0;
    met.set(chunk, before + 1);
    const addressed = addressedChunk(chunk, before, continued, cache);
    places.push({ address: addressed.address, start });
    for (const slide of addressed.slides) slides.push(slide);
    continued = chunk.continues ?? false;
  }
  return { slides, offsetOf: createOffsetOf(places) };
}

/** A chunk's slides for the time that it is met after `before` others. */
function addressedChunk(chunk: Chunk, before: number, continued: boolean, cache: LexerCache): AddressedChunk {
  const known = cache.addressed.get(chunk) ?? [];
  const same = known[before];
  if (same?.continued === continued) return same;
  const base = cache.free;
  cache.free += chunk.length;
  const slides = chunk.slides.map((slide, index) =>
    moved(slide, base, index === 0 ? continued : slide.continued),
  );
  const addressed = { address: base, continued, slides };
  known[before] = addressed;
  cache.addressed.set(chunk, known);
  return addressed;
}

function createOffsetOf(places: { address: number; start: number }[]): (address: number) => number {
  let addresses: number[] | null = null;
  return (address) => {
    if (!addresses) {
      places.sort((one, other) => one.address - other.address);
      addresses = places.map((each) => each.address);
    }
    const place = places[lastAtOrBefore(addresses, address)];
    return place ? place.start + address - place.address : address;
  };
}
