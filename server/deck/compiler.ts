/** A deck compiler: the highlighter is loaded once, then decks are compiled without waiting. */
import { BodyCache, compileBody } from "./body/index.ts";
import { createHighlighter } from "./code/index.ts";
import { compileDeck } from "./compile.ts";
import { createDeckCache } from "./deck-cache.ts";
import { defaults } from "./front-matter.ts";
import { outlineDeck } from "./outline.ts";
import { createReport } from "./problem.ts";
import type { CompileOptions } from "./read-deck.ts";
import type { Deck, OutlineSlide, Problem, SlideNode } from "./slide.ts";
import { readSource } from "./source.ts";

export interface DeckCompiler {
  /**
   * Compiles a deck; never throws, mistakes are in the deck's `problems`. What a later version of the deck has in common
   * with this one is not compiled again, and slides that are the same are the same objects: never change a deck.
   */
  compile(text: string, options: CompileOptions): Deck;
  /** The slides that `compile` shows, as Markdown, and the same problems; a deck that has nothing to show has none. */
  outline(text: string, options: CompileOptions): Outline;
  /** Compiles Markdown without slide syntax, such as the comments of a demo. */
  markdown(text: string, options?: MarkdownOptions): SlideNode[];
}

/** A deck's slides as they were written. */
export interface Outline {
  slides: OutlineSlide[];
  /** The line in which each slide's own text begins, from 1. */
  lines: number[];
  problems: Problem[];
}

export interface MarkdownOptions {
  /** Whether a demo exists, for links to demos; by default all do. */
  hasDemo?: (name: string) => boolean;
  /** Gets the mistakes, with places in `text`. */
  problems?: Problem[];
}

/** Loads the highlighter and its grammars. */
export async function createDeckCompiler(): Promise<DeckCompiler> {
  const highlight = await createHighlighter();
  const cache = createDeckCache();
  return {
    compile: (text, options) => compileDeck(text, options, highlight, cache),
    outline: (text, options) => outlineDeck(text, options, highlight, cache),
    markdown(text, { hasDemo = () => true, problems = [] } = {}) {
      const source = readSource(text, "keep");
      const { nodes } = compileBody([{ type: "text", text: source.text, offset: 0, still: false }], {
        definitions: new Map(),
        code: defaults,
        hasDemo,
        highlight,
        report: createReport(source, problems),
        cache: new BodyCache(),
      });
      return nodes;
    },
  };
}
