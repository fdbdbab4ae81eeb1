/** A deck's shown slides as Markdown: what its author wrote, with what is inherited and variables' values in place. */
import type { Highlight } from "./code/index.ts";
import { compileSlides } from "./compile.ts";
import type { Outline } from "./compiler.ts";
import type { DeckCache } from "./deck-cache.ts";
import { writeMarkdown } from "./markdown-source.ts";
import { type CompileOptions, readDeck } from "./read-deck.ts";
import type { OutlineSlide } from "./slide.ts";
import type { Source } from "./source.ts";

/** Reads any text; a deck that has nothing to show has no slides. */
export function outlineDeck(
  text: string,
  options: CompileOptions,
  highlight: Highlight,
  cache: DeckCache,
): Outline {
  const read = readDeck(text, options, highlight, cache);
  const deck = compileSlides(read, options, cache);
  const isMadeUp = deck.slides !== cache.slides;
  if (isMadeUp) return { slides: [], lines: [], problems: deck.problems };
  const slides = deck.slides.map((slide, index): OutlineSlide => {
    const { number, name, title, classes, continued, properties } = slide;
    const content = writeMarkdown(read.slides[index]?.content ?? []);
    const notes = writeMarkdown(read.slides[index]?.notes ?? []);
    return { index: slide.index, number, name, title, classes, continued, properties, notes, content };
  });
  const lines = read.slides.map(({ inherited }) =>
    firstLine(read.source, read.offsetOf(inherited.own.offset)),
  );
  return { slides, lines, problems: deck.problems };
}

/** The first line from `offset` on that is not blank. */
function firstLine(source: Source, offset: number): number {
  const blank = /^\s*/.exec(source.text.slice(offset))?.[0].length ?? 0;
  return source.place(offset + blank).line;
}
