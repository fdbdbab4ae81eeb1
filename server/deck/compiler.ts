/** A deck compiler: the highlighter is loaded once, then decks are compiled without waiting. */
import { compileBody } from "./body/index.ts";
import { createHighlighter } from "./code/index.ts";
import { type CompileOptions, compileDeck } from "./compile.ts";
import { createReport } from "./problem.ts";
import type { Deck, Problem, SlideNode } from "./slide.ts";
import { readSource } from "./source.ts";

export interface DeckCompiler {
  /** Compiles a deck; never throws, mistakes are in the deck's `problems`. */
  compile(text: string, options: CompileOptions): Deck;
  /** Compiles Markdown without slide syntax, such as the comments of a demo. */
  markdown(text: string, options?: MarkdownOptions): SlideNode[];
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
  return {
    compile: (text, options) => compileDeck(text, options, highlight),
    markdown(text, { hasDemo = () => true, problems = [] } = {}) {
      const source = readSource(text, "keep");
      const { nodes } = compileBody([{ type: "text", text: source.text, offset: 0, still: false }], {
        definitions: new Map(),
        language: null,
        hasDemo,
        highlight,
        report: createReport(source, problems),
      });
      return nodes;
    },
  };
}
