/** What a slide's properties mean, and which of them look like mistakes. */
import { readPicture } from "./body/index.ts";
import { type HasFile, reviewFile } from "./dead-links.ts";
import type { LexedSlide } from "./lexer/index.ts";
import { nearest } from "./nearest.ts";
import type { Report } from "./problem.ts";

/** Properties that mean something; all others are variables. */
export const knownProperties: ReadonlySet<string> = new Set([
  "name",
  "class",
  "template",
  "layout",
  "count",
  "exclude",
  "continued",
  "background-image",
  "background-color",
  "background-size",
  "background-position",
  "highlight-style",
  "transition",
  "duration",
]);

const transitions = new Set(["none", "fade", "slide"]);

/** Warns about lines that were taken for properties and are used by nothing, and about values that cannot be shown. */
export function reviewProperties(
  slides: readonly LexedSlide[],
  text: string,
  hasFile: HasFile,
  report: Report,
): void {
  const used = new Set([...text.matchAll(/\{\{([^}\n]+)\}\}/g)].map(([, key = ""]) => key.trim()));
  for (const { key, value, offset, form } of slides.flatMap((slide) => slide.properties)) {
    if (isBackground(key)) {
      const background = readBackground(key, value);
      if (background.type === "refused") report("warning", offset, background.message, background.remedy);
      else if (background.path) reviewFile("picture", background.path, offset, hasFile, report);
    }
    if (key === "transition" && !transitions.has(value)) {
      const message = `transition cannot be "${value.slice(0, 40)}"`;
      report("warning", offset, message, "write none, fade or slide");
    }
    if (form === "comment" || knownProperties.has(key) || used.has(key)) continue;
    report(
      "warning",
      offset,
      `the line "${key}: ${value.slice(0, 40)}" sets a variable that nothing uses and is not shown`,
      () => remedyForUnused(key),
    );
  }
}

function remedyForUnused(key: string): string {
  const meant = nearest(key, knownProperties);
  return `${meant ? `did you mean ${meant}? ` : ""}to show it, write ${key}\\: instead; to use it, write {{${key}}}`;
}

/** The classes in a `class` property, which commas and blanks divide. */
export function classesOf(properties: ReadonlyMap<string, string>): string[] {
  return [...new Set((properties.get("class") ?? "").split(/[\s,]+/).filter((name) => name !== ""))];
}

/** Properties as plain data: backgrounds safe to use as styles, known transitions; `continued` is the slide's own. */
export function publicProperties(properties: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...properties].flatMap(([key, value]) => {
      if (key === "continued" || (key === "transition" && !transitions.has(value))) return [];
      if (!isBackground(key)) return [[key, value]];
      const background = readBackground(key, value);
      return background.type === "style" ? [[key, background.value]] : [];
    }),
  );
}

/** `path` is that of its picture. */
type Background =
  | { type: "style"; value: string; path?: string }
  | { type: "refused"; message: string; remedy: string };

function isBackground(key: string): boolean {
  return key.startsWith("background-") && knownProperties.has(key);
}

function readBackground(key: string, value: string): Background {
  const url = key === "background-image" ? /^url\(\s*(["']?)(.*?)\1\s*\)$/.exec(value)?.[2] : undefined;
  if (url !== undefined) {
    const picture = readPicture(url);
    if (picture.type === "refused") return picture;
    const address = picture.src.replace(/["\\]/g, encodeURIComponent);
    return { type: "style", value: `url("${address}")`, path: picture.path };
  }
  if (/^[\w\s#%.,()/-]*$/.test(value) && !/url|image|expression/i.test(value))
    return { type: "style", value };
  return {
    type: "refused",
    message: `${key} cannot be "${value.slice(0, 60)}"`,
    remedy: "write url(picture.png), a colour, a size or a position",
  };
}
