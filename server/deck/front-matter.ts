/** Optional YAML front matter: what holds for a deck as a whole; remark has none, so it must be unmistakable. */
import { isMap, parseDocument } from "yaml";
import { type HasFile, reviewFile } from "./dead-links.ts";
import { defaults, expectedValue, type FrontMatter, readValue } from "./front-matter-values.ts";
import { nearest } from "./nearest.ts";
import type { Report } from "./problem.ts";

export { defaults, type FrontMatter } from "./front-matter-values.ts";

/** Any of these makes a leading block front matter. */
const keys = Object.keys(defaults);

/** Any of these makes it a slide of remark's. */
const slideKeys = /^(?:name|class|template|layout|count|exclude|continued|background-\w+|highlight-style)$/;

/** In characters; a longer leading block is a slide. */
const longest = 64 * 1024;

/** Reads the front matter of a normalised text; `end` is where the first slide begins. */
export function readFrontMatter(
  text: string,
  hasFile: HasFile,
  report: Report,
): { frontMatter: FrontMatter; end: number } {
  const none = { frontMatter: defaults, end: 0 };
  if (!text.startsWith("---\n")) return none;
  const close = /\n---(?:\n|$)/.exec(text.slice(3, longest));
  if (!close || close.index === 0) return none;
  const end = 3 + close.index + close[0].length;
  const yaml = text.slice(4, 3 + close.index);
  if (!new RegExp(`^(?:${keys.join("|")})[ \t]*:`, "m").test(yaml)) return none;
  const entries = readMapping(yaml, report);
  if (!entries || entries.some(({ key }) => slideKeys.test(key))) return none;
  const frontMatter = { ...defaults };
  for (const entry of entries) setEntry(frontMatter, entry, report);
  const sheet = frontMatter.css && entries.find(({ key }) => key === "css");
  if (sheet) reviewFile("style sheet", String(frontMatter.css), sheet.offset, hasFile, report);
  return { frontMatter, end };
}

interface Entry {
  key: string;
  value: unknown;
  offset: number;
}

/** The entries of a YAML mapping; null when the text is something else; broken YAML is reported and has none. */
function readMapping(yaml: string, report: Report): Entry[] | null {
  try {
    const document = parseDocument(yaml, { logLevel: "silent" });
    const [error] = document.errors;
    if (error) throw Object.assign(new Error(error.message.split("\n")[0]), { at: error.pos[0] });
    const mapping = document.contents;
    if (!isMap(mapping)) return null;
    const values = new Map(Object.entries(document.toJS({ maxAliasCount: 100 }) as object));
    return mapping.items.map((item) => {
      const key = String(item.key);
      return { key, value: values.get(key), offset: 4 + rangeStart(item.key) };
    });
  } catch (cause) {
    const at = typeof cause === "object" && cause && "at" in cause ? Number(cause.at) : 0;
    const why = (cause instanceof Error ? cause.message : String(cause)).replace(
      / at line \d+, column \d+:?$/,
      "",
    );
    report(
      "error",
      4 + at,
      `the front matter is not YAML: ${why}`,
      "write it as `key: value` lines, and quote values with a colon",
    );
    return [];
  }
}

function rangeStart(node: unknown): number {
  const range = typeof node === "object" && node && "range" in node ? node.range : null;
  return Array.isArray(range) ? Number(range[0]) : 0;
}

function isKey(key: string): key is keyof FrontMatter {
  return Object.hasOwn(defaults, key);
}

function setEntry(frontMatter: FrontMatter, { key, value, offset }: Entry, report: Report): void {
  if (!isKey(key)) {
    const meant = nearest(key, keys);
    const remedy = meant ? `did you mean ${meant}?` : `use one of ${keys.join(", ")}`;
    report("warning", offset, `front matter has no key "${key}"`, remedy);
    return;
  }
  const read = readValue[key](value);
  if (read === undefined) {
    report("error", offset, `front matter: ${key} cannot be ${JSON.stringify(value)}`, expectedValue[key]);
    return;
  }
  Object.assign(frontMatter, { [key]: read });
}
