/** Optional YAML front matter: title, ratio, default language, lab; remark has none, so it must be unmistakable. */
import { isMap, parseDocument } from "yaml";
import type { Report } from "./problem.ts";

/** What a deck says about itself as a whole. */
export interface FrontMatter {
  title: string | null;
  ratio: "16:9" | "4:3";
  /** Language of fences that name none. */
  language: string | null;
  /** Nodes of the lab that the slides' terminal is in; null: not said. */
  lab: string[] | null;
  /** Whether slides begun with `--` have numbers of their own. */
  countIncrementalSlides: boolean;
  /** Whether a slide has the notes of what it continues or is laid out by, too. */
  inheritPresenterNotes: boolean;
  /** The text in a slide's corner, with `%current%` and `%total%`. */
  slideNumberFormat: string;
  /** Whether `*` at the start of a line of code highlights the line. */
  highlightLines: boolean;
  /** Whether backquotes in a line of code highlight what is between them. */
  highlightSpans: boolean;
  /** Whether blocks of code have line numbers without asking. */
  lineNumbers: boolean;
  theme: "talk" | "plain";
  /** A style sheet in the deck's folder. */
  css: string | null;
  transition: "none" | "fade" | "slide";
  /** Planned length of the talk, in minutes. */
  duration: number | null;
}

/** What holds for a deck without front matter. */
export const defaults: FrontMatter = {
  title: null,
  ratio: "16:9",
  language: null,
  lab: null,
  countIncrementalSlides: true,
  inheritPresenterNotes: false,
  slideNumberFormat: "%current% / %total%",
  highlightLines: false,
  highlightSpans: false,
  lineNumbers: false,
  theme: "talk",
  css: null,
  transition: "none",
  duration: null,
};

/** Any of these makes a leading block front matter. */
const keys: Record<keyof FrontMatter, true> = {
  title: true,
  ratio: true,
  language: true,
  lab: true,
  countIncrementalSlides: true,
  inheritPresenterNotes: true,
  slideNumberFormat: true,
  highlightLines: true,
  highlightSpans: true,
  lineNumbers: true,
  theme: true,
  css: true,
  transition: true,
  duration: true,
};

/** Any of these makes it a slide of remark's. */
const slideKeys = /^(?:name|class|template|layout|count|exclude|continued|background-\w+|highlight-style)$/;

/** In characters; a longer leading block is a slide. */
const longest = 64 * 1024;

/** Reads the front matter of a normalised text; `end` is where the first slide begins. */
export function readFrontMatter(text: string, report: Report): { frontMatter: FrontMatter; end: number } {
  const none = { frontMatter: defaults, end: 0 };
  if (!text.startsWith("---\n")) return none;
  const close = /\n---(?:\n|$)/.exec(text.slice(3, longest));
  if (!close || close.index === 0) return none;
  const end = 3 + close.index + close[0].length;
  const yaml = text.slice(4, 3 + close.index);
  if (!new RegExp(`^(?:${Object.keys(keys).join("|")})[ \t]*:`, "m").test(yaml)) return none;
  const entries = readMapping(yaml, report);
  if (!entries || entries.some(({ key }) => slideKeys.test(key))) return none;
  const frontMatter = { ...defaults };
  for (const entry of entries) setEntry(frontMatter, entry, report);
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

const set: { [K in keyof FrontMatter]: (value: unknown) => FrontMatter[K] | undefined } = {
  title: (value) => (typeof value === "string" || typeof value === "number" ? String(value) : undefined),
  ratio: (value) => (value === "16:9" || value === "4:3" ? value : undefined),
  language: (value) => (typeof value === "string" ? value : undefined),
  lab: (value) => {
    const nodes = typeof value === "string" ? value.split(/[ ,]+/) : value;
    const isNodes = Array.isArray(nodes) && nodes.every((node) => /^[a-z][a-z0-9-]*$/.test(String(node)));
    return isNodes ? nodes.map(String) : undefined;
  },
  countIncrementalSlides: (value) => (typeof value === "boolean" ? value : undefined),
  inheritPresenterNotes: (value) => (typeof value === "boolean" ? value : undefined),
  slideNumberFormat: (value) => (typeof value === "string" ? value : undefined),
  highlightLines: (value) => (typeof value === "boolean" ? value : undefined),
  highlightSpans: (value) => (typeof value === "boolean" ? value : undefined),
  lineNumbers: (value) => (typeof value === "boolean" ? value : undefined),
  theme: (value) => (value === "talk" || value === "plain" ? value : undefined),
  css: (value) => (typeof value === "string" && /\.css$/i.test(value) ? value : undefined),
  transition: (value) => (value === "none" || value === "fade" || value === "slide" ? value : undefined),
  duration: (value) => (typeof value === "number" && value > 0 ? value : undefined),
};

const expected: Record<keyof FrontMatter, string> = {
  title: "write a text",
  ratio: "write 16:9 or 4:3",
  language: "write the name of a language, such as bash",
  lab: "write a list of node names, such as [node1, node2]",
  countIncrementalSlides: "write true or false",
  inheritPresenterNotes: "write true or false",
  slideNumberFormat: "write a text with %current% and %total%",
  highlightLines: "write true or false",
  highlightSpans: "write true or false",
  lineNumbers: "write true or false",
  theme: "write talk or plain",
  css: "write the name of a .css file in the deck's folder",
  transition: "write none, fade or slide",
  duration: "write the talk's length in minutes",
};

function isKey(key: string): key is keyof FrontMatter {
  return Object.hasOwn(keys, key);
}

function setEntry(frontMatter: FrontMatter, { key, value, offset }: Entry, report: Report): void {
  if (!isKey(key)) {
    const known = Object.keys(keys).join(", ");
    report("warning", offset, `front matter has no key "${key}"`, `use one of ${known}`);
    return;
  }
  const read = set[key](value);
  if (read === undefined) {
    report("error", offset, `front matter: ${key} cannot be ${JSON.stringify(value)}`, expected[key]);
    return;
  }
  Object.assign(frontMatter, { [key]: read });
}
