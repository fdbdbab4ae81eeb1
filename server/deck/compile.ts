/** Deck text to slides: lexer, inheritance, variables, body, numbers. */
import { type Body, type BodyContext, collectDefinitions, compileBody } from "./body/index.ts";
import type { Highlight } from "./code/index.ts";
import { type FrontMatter, readFrontMatter } from "./front-matter.ts";
import { inheritSlides, isExcluded } from "./inherit.ts";
import { lexDeck } from "./lexer/index.ts";
import { byPlace, createReport } from "./problem.ts";
import { classesOf, publicProperties, reviewProperties } from "./properties.ts";
import type { Deck, Problem, RunnableBlock, Slide, SlideNode } from "./slide.ts";
import { readSource } from "./source.ts";
import { slideTitle } from "./title.ts";
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

/** Compiles any text; mistakes become problems, and what is good is shown. */
export function compileDeck(text: string, options: CompileOptions, highlight: Highlight): Deck {
  const { demos } = options;
  const problems: Problem[] = [...(options.problems ?? [])];
  const source = readSource(text);
  const report = createReport(source, problems);
  const { frontMatter, end } = readFrontMatter(source.text, report);
  const lexed = lexDeck(source.text, end, report).filter((slide) => !isExcluded(slide));
  reviewProperties(lexed, source.text, report);
  const budget = createBudget(report);
  const context: BodyContext = {
    definitions: collectDefinitions(lexed.flatMap((slide) => slide.definitions)),
    language: frontMatter.language,
    hasDemo: typeof demos === "function" ? demos : (name) => demos.has(name),
    highlight,
    report,
  };
  const inherited = inheritSlides(lexed, frontMatter, budget, report);
  const slides = inherited.map((slide, index): Slide => {
    const content = compileBody(expandVariables(slide.content, slide.properties, budget), context);
    const notes = compileBody(expandVariables(slide.notes, slide.properties, budget), context);
    return {
      index: index + 1,
      number: slide.number,
      name: slide.properties.get("name") || null,
      title: slideTitle(content.nodes),
      classes: classesOf(slide.properties),
      continued: slide.continued,
      properties: publicProperties(slide.properties),
      steps: 0,
      paceSeconds: null,
      notes: notes.nodes,
      content: content.nodes,
      ...numbered(content),
    };
  });
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

/** Numbers the runnable blocks of a body as they stand, and collects its demos. */
function numbered({ nodes, runnable }: Body): Pick<Slide, "blocks" | "demos"> {
  const blocks: RunnableBlock[] = [];
  const demos = new Set<string>();
  const work: SlideNode[] = [...nodes].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node === "string") continue;
    const [tag, props, ...children] = node;
    if (tag === "run-demo") demos.add(String(props.demo));
    const typed = tag === "code-block" ? runnable.get(node) : undefined;
    if (typed) {
      props.block = blocks.length;
      blocks.push({ block: blocks.length, ...typed });
    }
    for (const child of children.reverse()) work.push(child);
  }
  return { blocks, demos: [...demos] };
}
