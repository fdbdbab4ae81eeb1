/** Gives each slide what it continues, is laid out by, or takes as its template (remark's inheritance). */
import type { FrontMatter } from "./front-matter.ts";
import type { LexedSlide, Piece, Property } from "./lexer/index.ts";
import type { Report } from "./problem.ts";
import { type Budget, inLayout } from "./variables.ts";

/** What a slide has of itself and its parent; the same object as long as neither changes. Variables are not expanded. */
export interface Inherited {
  own: LexedSlide;
  parent: Inherited | null;
  properties: ReadonlyMap<string, string>;
  content: readonly Piece[];
  notes: readonly Piece[];
}

/** A slide that is shown. */
export interface ShownSlide {
  inherited: Inherited;
  continued: boolean;
  /** Counted number; 0 before the first counted slide. */
  number: number;
  /** Null, too, where a later slide has the same. */
  name: string | null;
  /** The slide's own property of that name. */
  duration: Property | undefined;
}

/** How a deck inherits. */
export type InheritOptions = Pick<FrontMatter, "countIncrementalSlides" | "inheritPresenterNotes">;

/** What was inherited before, by the slide that did, with what it took from the budget. */
export type InheritCache = WeakMap<LexedSlide, { inherited: Inherited; taken: number }>;

const notInherited = new Set(["name", "layout", "count"]);

/** Whether `exclude: true` drops a slide. */
export function isExcluded(slide: LexedSlide): boolean {
  const exclude = slide.properties.findLast(({ key }) => key === "exclude");
  return exclude?.value.toLowerCase() === "true";
}

/** Hides layouts and numbers the other slides; excluded slides are not among `lexed`; a cache is for equal options. */
export function inheritSlides(
  lexed: readonly LexedSlide[],
  options: InheritOptions,
  cache: InheritCache,
  budget: Budget,
  report: Report,
): ShownSlide[] {
  const shown: ShownSlide[] = [];
  const byName = new Map<string, { inherited: Inherited; slide: ShownSlide | null }>();
  let layout: Inherited | null = null;
  let number = 0;
  for (const [index, own] of lexed.entries()) {
    const isLayout = ownValue(own, "layout") === "true";
    const continued = (ownValue(own, "continued") ?? String(own.continued)) === "true";
    const template = ownValue(own, "template");
    let parent: Inherited | null = null;
    if (continued && index > 0) parent = shown.at(-1)?.inherited ?? null;
    else if (template !== undefined && byName.has(template)) parent = byName.get(template)?.inherited ?? null;
    else if (ownValue(own, "layout") === "false") layout = null;
    else if (!isLayout) parent = layout;
    if (template !== undefined && !byName.has(template)) reportTemplate(own, template, report);

    const inherited = inherit(own, parent, options, cache, budget);
    if (!isLayout && inherited.properties.get("count") !== "false") number++;
    const name = inherited.properties.get("name") || null;
    const duration = own.properties.findLast(({ key }) => key === "duration");
    const slide = isLayout ? null : { inherited, continued, number, name, duration };
    if (name) {
      const earlier = byName.get(name);
      if (earlier) reportName(own, name, report);
      if (earlier?.slide) earlier.slide.name = null;
      byName.set(name, { inherited, slide });
    }
    if (slide) shown.push(slide);
    else layout = inherited;
  }
  return shown;
}

function ownValue(slide: LexedSlide, name: string): string | undefined {
  return slide.properties.findLast(({ key }) => key === name)?.value;
}

function inherit(
  own: LexedSlide,
  parent: Inherited | null,
  options: InheritOptions,
  cache: InheritCache,
  budget: Budget,
): Inherited {
  const known = cache.get(own);
  if (known?.inherited.parent === parent && budget.takeAgain(known.taken)) return known.inherited;
  const taken = budget.taken();
  const inherited: Inherited = {
    own,
    parent,
    properties: propertiesOf(own, parent, options),
    content: parent ? inLayout(parent.content, own.content, own.offset, budget) : own.content,
    notes: options.inheritPresenterNotes && parent ? notesBehind(parent.notes, own) : (own.notes ?? []),
  };
  if (budget.wasEnough()) cache.set(own, { inherited, taken: budget.taken() - taken });
  return inherited;
}

function propertiesOf(
  own: LexedSlide,
  parent: Inherited | null,
  options: InheritOptions,
): ReadonlyMap<string, string> {
  const properties = new Map([["continued", String(own.continued)]]);
  for (const { key, value } of own.properties) properties.set(key, value);
  const continued = properties.get("continued") === "true";
  if (continued && !options.countIncrementalSlides && !properties.has("count"))
    properties.set("count", "false");
  for (const [key, value] of parent?.properties ?? []) {
    if (notInherited.has(key)) continue;
    const before = properties.get(key);
    if (key === "class" && before) properties.set(key, `${value}, ${before}`);
    else if (before === undefined || key === "class") properties.set(key, value);
  }
  return properties;
}

function notesBehind(inherited: readonly Piece[], own: LexedSlide): readonly Piece[] {
  if (inherited.length === 0) return own.notes ?? [];
  const gap: Piece = { type: "text", text: "\n\n", offset: own.offset, still: true };
  return [...inherited, gap, ...(own.notes ?? [])];
}

function reportTemplate(slide: LexedSlide, template: string, report: Report): void {
  const property = slide.properties.find(({ key }) => key === "template");
  report(
    "warning",
    property?.offset ?? slide.offset,
    `no earlier slide is named "${template}"`,
    "put the template before the slides that use it, with `name:` and `layout: true`",
  );
}

/** Of slides with the same name, the last is the one that the name leads to. */
function reportName(slide: LexedSlide, name: string, report: Report): void {
  const property = slide.properties.find(({ key }) => key === "name");
  report(
    "warning",
    property?.offset ?? slide.offset,
    `an earlier slide is named "${name}", too; #${name} leads to this one`,
    "give one of them another name",
  );
}
