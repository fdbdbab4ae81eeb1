/** Reads a deck up to its slides' Markdown: lexer, inheritance, variables. */
import type { BodyContext } from "./body/index.ts";
import type { Highlight } from "./code/index.ts";
import { type DeckCache, definitionsOf, type Expanded, inheritCacheFor } from "./deck-cache.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type Inherited, inheritSlides, isExcluded, type ShownSlide } from "./inherit.ts";
import { lexDeck } from "./lexer/index.ts";
import { createReport, type Report } from "./problem.ts";
import { reviewProperties } from "./properties.ts";
import type { Problem } from "./slide.ts";
import { readSource, type Source } from "./source.ts";
import { type Budget, createBudget, expandVariables } from "./variables.ts";

/** What a deck is compiled with. */
export interface CompileOptions {
  /** Names of the demos that exist. */
  demos: ReadonlySet<string> | ((name: string) => boolean);
  /** Title of a deck that has none. */
  name?: string;
  /** Mistakes found before, such as those of `decodeDeck`. */
  problems?: readonly Problem[];
  /** Whether a file lies in the deck's folder, for pictures and style sheets; without it nothing is said about them. */
  hasFile?: (path: string) => boolean;
}

/** A deck's slides as they are written, with what they inherit and their variables' values. */
export interface ReadDeck {
  source: Source;
  frontMatter: FrontMatter;
  slides: ReadSlide[];
  context: BodyContext;
  /** Where an address is in the source's text (see `LexedDeck`); `context` reports by addresses. */
  offsetOf: (address: number) => number;
  reportAt: Report;
  problems: Problem[];
}

/** A shown slide before its Markdown is compiled. */
export type ReadSlide = ShownSlide & Pick<Expanded, "content" | "notes">;

/** Reads any text up to the slides' Markdown; mistakes become problems. */
export function readDeck(
  text: string,
  options: CompileOptions,
  highlight: Highlight,
  cache: DeckCache,
): ReadDeck {
  const { demos, hasFile } = options;
  const problems: Problem[] = [...(options.problems ?? [])];
  const source = readSource(text);
  const reportAt = createReport(source, problems);
  const { frontMatter, end } = readFrontMatter(source.text, hasFile, reportAt);
  const { slides: all, offsetOf } = lexDeck(source.text, end, reportAt, cache.lexer);
  const report: Report = (severity, address, ...rest) => reportAt(severity, offsetOf(address), ...rest);
  const lexed = all.filter((slide) => !isExcluded(slide));
  reviewProperties(lexed, source.text, hasFile, report);
  const budget = createBudget(source.text.length, report);
  const context: BodyContext = {
    definitions: definitionsOf(
      lexed.flatMap((slide) => slide.definitions),
      cache,
    ),
    code: frontMatter,
    hasDemo: typeof demos === "function" ? demos : (name) => demos.has(name),
    highlight,
    report,
    cache: cache.bodies,
  };
  const shown = inheritSlides(lexed, frontMatter, inheritCacheFor(frontMatter, cache), budget, report);
  const slides = shown.map((slide): ReadSlide => {
    const { inherited, continued, number, name, duration } = slide;
    const { content, notes } = expand(inherited, cache, budget);
    return { inherited, continued, number, name, duration, content, notes };
  });
  return { source, frontMatter, slides, context, offsetOf, reportAt, problems };
}

/** Writes variables' values into a slide; what was written before is the same object. */
function expand(inherited: Inherited, cache: DeckCache, budget: Budget): Expanded {
  const known = cache.expanded.get(inherited);
  if (known && budget.takeAgain(known.taken)) return known;
  const taken = budget.taken();
  const content = expandVariables(inherited.content, inherited.properties, budget);
  const notes = expandVariables(inherited.notes, inherited.properties, budget);
  const expanded = { content, notes, taken: budget.taken() - taken };
  if (budget.wasEnough()) cache.expanded.set(inherited, expanded);
  return expanded;
}
