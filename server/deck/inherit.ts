/** Gives each slide what it continues, is laid out by, or takes as its template (remark's inheritance). */
import type { FrontMatter } from "./front-matter.ts";
import type { LexedSlide, Piece, Property } from "./lexer/index.ts";
import type { Report } from "./problem.ts";
import { type Budget, inLayout } from "./variables.ts";

/** A slide with its own and its inherited properties and content; variables are not expanded yet. */
export interface InheritedSlide {
  offset: number;
  continued: boolean;
  /** Counted number; 0 before the first counted slide. */
  number: number;
  properties: Map<string, string>;
  /** The slide's own property of that name. */
  duration: Property | undefined;
  content: readonly Piece[];
  notes: readonly Piece[];
}

const notInherited = new Set(["name", "layout", "count"]);

/** Whether `exclude: true` drops a slide. */
export function isExcluded(slide: LexedSlide): boolean {
  const exclude = slide.properties.findLast(({ key }) => key === "exclude");
  return exclude?.value.toLowerCase() === "true";
}

/** Hides layouts and numbers the other slides; excluded slides are not among `lexed`. */
export function inheritSlides(
  lexed: readonly LexedSlide[],
  options: Pick<FrontMatter, "countIncrementalSlides" | "inheritPresenterNotes">,
  budget: Budget,
  report: Report,
): InheritedSlide[] {
  const shown: InheritedSlide[] = [];
  const byName = new Map<string, InheritedSlide>();
  let layout: InheritedSlide | null = null;
  let number = 0;
  for (const [index, own] of lexed.entries()) {
    const properties = ownProperties(own);
    const isLayout = properties.get("layout") === "true";
    const continued = properties.get("continued") === "true";
    const template = properties.get("template");
    let parent: InheritedSlide | null = null;
    if (continued && index > 0) parent = shown.at(-1) ?? null;
    else if (template !== undefined && byName.has(template)) parent = byName.get(template) ?? null;
    else if (properties.get("layout") === "false") layout = null;
    else if (!isLayout) parent = layout;
    if (template !== undefined && !byName.has(template)) reportTemplate(own, template, report);
    if (continued && !options.countIncrementalSlides && !properties.has("count"))
      properties.set("count", "false");
    if (!isLayout && properties.get("count") !== "false") number++;

    const slide: InheritedSlide = {
      offset: own.offset,
      continued,
      number,
      properties,
      duration: own.properties.findLast(({ key }) => key === "duration"),
      content: own.content,
      notes: own.notes ?? [],
    };
    if (parent) inheritFrom(parent, slide, options.inheritPresenterNotes, budget);
    const name = properties.get("name");
    if (name) {
      releaseName(byName.get(name), own, name, report);
      byName.set(name, slide);
    }
    if (isLayout) layout = slide;
    else shown.push(slide);
  }
  return shown;
}

function ownProperties(slide: LexedSlide): Map<string, string> {
  const properties = new Map([["continued", String(slide.continued)]]);
  for (const { key, value } of slide.properties) properties.set(key, value);
  return properties;
}

function inheritFrom(
  parent: InheritedSlide,
  slide: InheritedSlide,
  withNotes: boolean,
  budget: Budget,
): void {
  for (const [key, value] of parent.properties) {
    if (notInherited.has(key)) continue;
    const own = slide.properties.get(key);
    if (key === "class" && own) slide.properties.set(key, `${value}, ${own}`);
    else if (own === undefined || key === "class") slide.properties.set(key, value);
  }
  slide.content = inLayout(parent.content, slide.content, slide.offset, budget);
  if (withNotes && parent.notes.length > 0) {
    const gap: Piece = { type: "text", text: "\n\n", offset: slide.offset, still: true };
    slide.notes = [...parent.notes, gap, ...slide.notes];
  }
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
function releaseName(
  earlier: InheritedSlide | undefined,
  slide: LexedSlide,
  name: string,
  report: Report,
): void {
  if (!earlier) return;
  earlier.properties.delete("name");
  const property = slide.properties.find(({ key }) => key === "name");
  report(
    "warning",
    property?.offset ?? slide.offset,
    `an earlier slide is named "${name}", too; #${name} leads to this one`,
    "give one of them another name",
  );
}
