/** Cuts a deck into slides and their text into pieces, and again only those slides whose text has changed. */
import type { Report } from "../problem.ts";
import { Recent } from "../recent.ts";
import type { OpenBracket } from "./brackets.ts";
import { type Chunk, lexChunk } from "./chunk.ts";
import { joinByBrackets, joinByFences, type Stretch } from "./join.ts";
import { moved } from "./moved.ts";
import type { LexedSlide } from "./piece.ts";

/** What was lexed of one deck. */
export interface LexerCache {
  chunks: Recent<Chunk>;
  /** A chunk's slides where the chunk stood last. */
  placed: WeakMap<Chunk, { start: number; continued: boolean; slides: LexedSlide[] }>;
}

/** In characters: a deck of this length is cached whole. */
const mostCharacters = 64_000_000;

/** A cache for the versions of a deck. */
export function createLexerCache(): LexerCache {
  return { chunks: new Recent(mostCharacters), placed: new WeakMap() };
}

/** Lexes a normalised text from `start` on. */
export function lexDeck(
  text: string,
  start: number,
  report: Report,
  cache: LexerCache = createLexerCache(),
): LexedSlide[] {
  const lex = (from: number, end: number): Chunk => {
    const key = `${end === text.length ? "last" : "more"}${text.slice(from, end)}`;
    const known = cache.chunks.get(key);
    if (known) return known;
    const chunk = lexChunk(text.slice(from, end), end === text.length);
    cache.chunks.set(key, chunk);
    return chunk;
  };
  const cut = cutAtSeparators(text, start).map(
    ({ start: from, end }): Stretch => ({ start: from, end, chunk: lex(from, end) }),
  );
  const { stretches, unclosed } = joinByBrackets(joinByFences(cut, lex), lex);
  cache.chunks.turn();
  reportMistakes(stretches, unclosed, report);
  return place(stretches, cache);
}

const separator = /^(?:---?|<!-- break -->)$/gm;

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

function place(stretches: readonly Stretch[], cache: LexerCache): LexedSlide[] {
  const slides: LexedSlide[] = [];
  let continued = false;
  for (const { start, chunk } of stretches) {
    let placed = cache.placed.get(chunk);
    if (placed?.start !== start || placed.continued !== continued) {
      placed = { start, continued, slides: chunk.slides.map((slide) => moved(slide, start)) };
      if (placed.slides[0]) placed.slides[0].continued = continued;
      cache.placed.set(chunk, placed);
    }
    for (const slide of placed.slides) slides.push(slide);
    continued = chunk.continues ?? false;
  }
  return slides;
}
