/** Deck text to slides: what was read of them, their bodies, and what is wrong. */
import { type BodyContext, type BodyLink, compileBody } from "./body/index.ts";
import type { Highlight } from "./code/index.ts";
import { reviewLinks } from "./dead-links.ts";
import { createDeckCache, type DeckCache } from "./deck-cache.ts";
import { emptySlide, isEmpty } from "./empty-slide.ts";
import type { FrontMatter } from "./front-matter.ts";
import { numbered } from "./numbered.ts";
import { readPace } from "./pace.ts";
import { byPlace } from "./problem.ts";
import { classesOf, publicProperties } from "./properties.ts";
import { type CompileOptions, type ReadDeck, type ReadSlide, readDeck } from "./read-deck.ts";
import { keepSame } from "./same-slide.ts";
import type { Deck, Slide } from "./slide.ts";

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
  const { frontMatter, slides: read, context, problems } = deck;
  cache.bodies.begin(frontMatter);
  const links: BodyLink[] = [];
  const slides = read.map((slide, index) =>
    keepSame(compileSlide(slide, index + 1, context, cache, links), cache.slides[index]),
  );
  cache.slides = slides;
  reviewLinks(links, slides, options.hasFile, context.report);
  if (isEmpty(slides)) {
    const slide = emptySlide(deck, options);
    const title = frontMatter.title ?? options.name ?? slide.title;
    return { title, ...settings(frontMatter), total: 1, slides: [slide], problems: problems.sort(byPlace) };
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
