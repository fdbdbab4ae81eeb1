/** What a slide's properties mean, and which of them look like mistakes. */
import { readPicture } from "./body/index.ts";
import type { LexedSlide } from "./lexer/index.ts";
import type { Report } from "./problem.ts";

const known = new Set([
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
]);

/** Warns about lines that were taken for properties and are used by nothing, and about backgrounds that cannot be shown. */
export function reviewProperties(slides: readonly LexedSlide[], text: string, report: Report): void {
  const used = new Set([...text.matchAll(/\{\{([^}\n]+)\}\}/g)].map(([, key = ""]) => key.trim()));
  for (const { key, value, offset, form } of slides.flatMap((slide) => slide.properties)) {
    if (isBackground(key)) {
      const background = readBackground(key, value);
      if (background.type === "refused") report("warning", offset, background.message, background.remedy);
    }
    if (form === "comment" || known.has(key) || used.has(key)) continue;
    report(
      "warning",
      offset,
      `the line "${key}: ${value.slice(0, 40)}" sets a variable that nothing uses and is not shown`,
      `to show it, write ${key}\\: instead; to use it, write {{${key}}}`,
    );
  }
}

/** The classes in a `class` property, which commas and blanks divide. */
export function classesOf(properties: ReadonlyMap<string, string>): string[] {
  return [...new Set((properties.get("class") ?? "").split(/[\s,]+/).filter((name) => name !== ""))];
}

/** Properties as plain data, with backgrounds that are safe to use as styles; `continued` is the slide's own. */
export function publicProperties(properties: ReadonlyMap<string, string>): Record<string, string> {
  return Object.fromEntries(
    [...properties].flatMap(([key, value]) => {
      if (key === "continued") return [];
      if (!isBackground(key)) return [[key, value]];
      const background = readBackground(key, value);
      return background.type === "style" ? [[key, background.value]] : [];
    }),
  );
}

type Background = { type: "style"; value: string } | { type: "refused"; message: string; remedy: string };

function isBackground(key: string): boolean {
  return key.startsWith("background-") && known.has(key);
}

function readBackground(key: string, value: string): Background {
  const url = key === "background-image" ? /^url\(\s*(["']?)(.*?)\1\s*\)$/.exec(value)?.[2] : undefined;
  if (url !== undefined) {
    const picture = readPicture(url);
    if (picture.type === "refused") return picture;
    return { type: "style", value: `url("${picture.src.replace(/["\\]/g, encodeURIComponent)}")` };
  }
  if (/^[\w\s#%.,()/-]*$/.test(value) && !/url|image|expression/i.test(value))
    return { type: "style", value };
  return {
    type: "refused",
    message: `${key} cannot be "${value.slice(0, 60)}"`,
    remedy: "write url(picture.png), a colour, a size or a position",
  };
}
