/** Deck text to slides: lexer, inheritance, variables, body, numbers. */
import { type BodyContext, type BodyLink, compileBody } from "./body/index.ts";
import type { Highlight } from "./code/index.ts";
import { reviewLinks } from "./dead-links.ts";
import { createDeckCache, type DeckCache, definitionsOf } from "./deck-cache.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { type InheritedSlide, inheritSlides, isExcluded } from "./inherit.ts";
import { lexDeck } from "./lexer/index.ts";
import { numbered } from "./numbered.ts";
import { readPace } from "./pace.ts";
import { byPlace, createReport } from "./problem.ts";
import { classesOf, publicProperties, reviewProperties } from "./properties.ts";
import { keepSame } from "./same-slide.ts";
import type { Deck, Problem, Slide } from "./slide.ts";
import { readSource, type Source } from "./source.ts";
import { createBudget, expandVariables } from "./variables.ts";

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
  slides: InheritedSlide[];
  context: BodyContext;
  problems: Problem[];
}

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
  const report = createReport(source, problems);
  const { frontMatter, end } = readFrontMatter(source.text, hasFile, report);
  const lexed = lexDeck(source.text, end, report, cache.lexer).filter((slide) => !isExcluded(slide));
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
  const slides = inheritSlides(lexed, frontMatter, budget, report).map((slide) => ({
    ...slide,
    content: expandVariables(slide.content, slide.properties, budget),
    notes: expandVariables(slide.notes, slide.properties, budget),
  }));
  return { source, frontMatter, slides, context, problems };
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
  const { source, frontMatter, slides: read, context, problems } = deck;
  const { report } = context;
  cache.bodies.begin(frontMatter);
  const links: BodyLink[] = [];
  const slides = read.map((slide, index) =>
    keepSame(compileSlide(slide, index + 1, context, cache, links), cache.slides[index]),
  );
  cache.slides = slides;
  reviewLinks(links, slides, options.hasFile, report);
  if (isEmpty(slides)) {
    const isUnread = options.problems?.some((problem) => problem.severity === "error");
    if (isUnread) return emptyDeck("This deck cannot be read", frontMatter, options, problems);
    if (source.text.trim() === "")
      report("error", 0, "the deck is empty", "write slides with --- between them");
    else report("error", 0, "the deck has nothing to show", "its slides are all empty, layouts or excluded");
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
  slide: InheritedSlide,
  index: number,
  context: BodyContext,
  cache: DeckCache,
  links: BodyLink[],
): Slide {
  const body = compileBody(slide.content, context);
  const notes = compileBody(slide.notes, context);
  for (const link of [...body.links, ...notes.links]) links.push(link);
  let content = cache.numbered.get(body.nodes);
  if (!content) {
    content = numbered(body);
    cache.numbered.set(body.nodes, content);
  }
  return {
    index,
    number: slide.number,
    name: slide.properties.get("name") || null,
    title: content.title,
    classes: classesOf(slide.properties),
    continued: slide.continued,
    properties: publicProperties(slide.properties),
    steps: content.steps,
    paceSeconds: readPace(slide.duration, context.report),
    notes: notes.nodes,
    content: content.content,
    blocks: content.blocks,
    demos: content.demos,
  };
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
