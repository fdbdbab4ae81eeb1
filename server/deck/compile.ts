/** Deck text to slides: lexer, inheritance, variables, body, numbers. */
import { type BodyContext, type BodyLink, compileBody } from "./body/index.ts";
import type { Highlight } from "./code/index.ts";
import { reviewLinks } from "./dead-links.ts";
import {
  createDeckCache,
  type DeckCache,
  definitionsOf,
  type Expanded,
  inheritCacheFor,
} from "./deck-cache.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type Inherited, inheritSlides, isExcluded, type ShownSlide } from "./inherit.ts";
import { lexDeck } from "./lexer/index.ts";
import { numbered } from "./numbered.ts";
import { readPace } from "./pace.ts";
import { byPlace, createReport, type Report } from "./problem.ts";
import { classesOf, publicProperties, reviewProperties } from "./properties.ts";
import { keepSame } from "./same-slide.ts";
import type { Deck, Problem, Slide } from "./slide.ts";
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

/** Compiles any text; mistakes become problems, and what is good is shown. Slides that did not change are kept. */
export function compileDeck(
  text: string,
  options: CompileOptions,
  highlight: Highlight,
  cache: DeckCache = createDeckCache(),
): Deck {
  return compileSlides(readDeck(text, options, highlight, cache), options, cache);
}

/** Compiles slides that were read with the same options and cache. */
export function compileSlides(deck: ReadDeck, options: CompileOptions, cache: DeckCache): Deck {
  const { source, frontMatter, slides: read, context, reportAt, problems } = deck;
  cache.bodies.begin(frontMatter);
  const links: BodyLink[] = [];
  const slides = read.map((slide, index) =>
    keepSame(compileSlide(slide, index + 1, context, cache, links), cache.slides[index]),
  );
  cache.slides = slides;
  reviewLinks(links, slides, options.hasFile, context.report);
  if (isEmpty(slides)) {
    const isUnread = options.problems?.some((problem) => problem.severity === "error");
    if (isUnread) return emptyDeck("This deck cannot be read", frontMatter, options, problems);
    if (source.text.trim() === "")
      reportAt("error", 0, "the deck is empty", "write slides with --- between them");
    else
      reportAt("error", 0, "the deck has nothing to show", "its slides are all empty, layouts or excluded");
    return emptyDeck("This deck is empty", frontMatter, options, problems);
  }
  return {
    title:
      frontMatter.title ?? slides.find((slide) => slide.title !== "")?.title ?? options.name ?? "Untitled",
    ...settings(frontMatter),
    total: slides.at(-1)?.number ?? 0,
    slides,
    problems: problems.sort(byPlace),
    ...(frontMatter.lab && { lab: frontMatter.lab }),
  };
}

function compileSlide(
  slide: ReadSlide,
  index: number,
  context: BodyContext,
  cache: DeckCache,
  links: BodyLink[],
): Slide {
  const body = compileBody(slide.content, context);
  const notes = compileBody(slide.notes, context);
  for (const link of body.links) links.push(link);
  for (const link of notes.links) links.push(link);
  const { title, content, steps, blocks, demos } = known(cache.numbered, body.nodes, () => numbered(body));
  const { classes, properties } = describe(slide, cache);
  return {
    index,
    number: slide.number,
    name: slide.name,
    title,
    classes,
    continued: slide.continued,
    properties,
    steps,
    paceSeconds: readPace(slide.duration, context.report),
    notes: notes.nodes,
    content,
    blocks,
    demos,
  };
}

function describe({ inherited, name }: ReadSlide, cache: DeckCache): Pick<Slide, "classes" | "properties"> {
  const described = known(cache.described, inherited.properties, () => ({
    classes: classesOf(inherited.properties),
    properties: publicProperties(inherited.properties),
  }));
  if (name !== null || !described.properties.name) return described;
  const { name: _lost, ...properties } = described.properties;
  return { classes: described.classes, properties };
}

function known<Key extends object, Value>(cache: WeakMap<Key, Value>, key: Key, make: () => Value): Value {
  let value = cache.get(key);
  if (value === undefined) {
    value = make();
    cache.set(key, value);
  }
  return value;
}

type Settings = Pick<Deck, "ratio" | "numberFormat" | "theme" | "css" | "transition" | "durationMinutes">;

function settings(frontMatter: FrontMatter): Settings {
  const { ratio, slideNumberFormat: numberFormat, theme, css, transition, duration } = frontMatter;
  return { ratio, numberFormat, theme, css, transition, durationMinutes: duration };
}

function isEmpty(slides: readonly Slide[]): boolean {
  const [only, ...others] = slides;
  if (!only) return true;
  return others.length === 0 && only.content.length === 0 && only.notes.length === 0;
}

/** One slide that says what is wrong. */
function emptyDeck(
  title: string,
  frontMatter: FrontMatter,
  options: CompileOptions,
  problems: Problem[],
): Deck {
  const why = problems.find((problem) => problem.severity === "error");
  const slide: Slide = {
    index: 1,
    number: 1,
    name: null,
    title,
    classes: ["center", "middle"],
    continued: false,
    properties: {},
    steps: 0,
    paceSeconds: null,
    notes: [],
    content: [
      ["h1", {}, title],
      ["p", {}, `${why?.message ?? ""}: ${why?.remedy ?? ""}`],
    ],
    blocks: [],
    demos: [],
  };
  return {
    title: frontMatter.title ?? options.name ?? title,
    ...settings(frontMatter),
    total: 1,
    slides: [slide],
    problems: problems.sort(byPlace),
  };
}
