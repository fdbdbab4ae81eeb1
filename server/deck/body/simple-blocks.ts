/** Reads the blocks that most slides are made of without the parser: headings, paragraphs, lists, fences. */
import type { Code } from "../code/index.ts";
import type { Made } from "./nodes.ts";
import { type InlineContext, simpleInline } from "./simple-inline.ts";
import { splitBlocks } from "./split-blocks.ts";

/** What blocks are read with. */
export interface SimpleContext extends InlineContext {
  items: ItemCache;
  /** Compiles a block of code; null when there is something to say about it. */
  compileCode: (code: Code) => Made | null;
}

const heading = /^(#{1,6}) +([^\s#].*)$/;
const tightHeading = /^(#{1,6})([^\s#].*)$/;
const fence = /^(`{3,}|~{3,})[ ]*([^`~&\\\t]*)$/;
const listItem = /^([-*+])( {1,4})(?=\S)/;
/** A line that begins like this may be something else than more of a paragraph. */
const notPlain = /^[\s#>|=:+~<]|^[-*_](?:[\s\-*_:]|$)|^\d{1,9}[.)]|^`{3}|[ \t\\]$/;
/** Items in items in items; deeper ones are left to the parser. */
const deepestList = 8;

/** List items that were read before: continued slides repeat them. */
export type ItemCache = Pick<Map<string, SimpleItem>, "get"> & {
  set(text: string, item: SimpleItem): unknown;
};

/** The item's blocks, whether blank lines are between them, and what it was made into in tight and in loose lists. */
export interface SimpleItem {
  blocks: SimpleBlock[];
  isSpread: boolean;
  tight: Made | null;
  loose: Made | null;
}

/** A paragraph's children, or what a block was made into. */
type SimpleBlock = { paragraph: (string | Made)[] } | { made: Made };

/** The blocks of a text that `splitBlocks` leaves whole; null when the parser must look. */
export function simpleBlocks(text: string, context: SimpleContext): Made[] | null {
  if (text.includes("|") && !isFence(text)) return null;
  const blocks = readBlocks(text, context, 0);
  return blocks?.map((block) => madeOf(block, context)) ?? null;
}

function madeOf(block: SimpleBlock, { make }: SimpleContext): Made {
  return "made" in block ? block.made : make("p", {}, block.paragraph);
}

function isFence(text: string): boolean {
  return text.startsWith("```") || text.startsWith("~~~");
}

function readBlocks(text: string, context: SimpleContext, depth: number): SimpleBlock[] | null {
  if (isFence(text)) return one(readFence(text, context));
  if (text.startsWith("#")) return one(readHeading(text, context, depth));
  const lines = text.split("\n");
  const items = lines.findIndex((line) => listItem.test(line));
  const plain = items < 0 ? lines : lines.slice(0, items);
  if (plain.some((line) => line === "" || notPlain.test(line))) return null;
  const blocks: SimpleBlock[] = [];
  if (plain.length > 0) {
    const paragraph = simpleInline(plain.join("\n"), context);
    if (!paragraph) return null;
    blocks.push({ paragraph });
  }
  if (items >= 0) {
    const made = depth < deepestList ? readList(lines.slice(items), context, depth) : null;
    if (!made) return null;
    blocks.push({ made });
  }
  return blocks;
}

function one(made: Made | null): SimpleBlock[] | null {
  return made && [{ made }];
}

function readHeading(text: string, context: SimpleContext, depth: number): Made | null {
  // In a list item, `#Title` without a space is text.
  const found = heading.exec(text) ?? (depth === 0 ? tightHeading.exec(text) : null);
  const content = found?.[2];
  if (!found || !content || /[#\s\\]$/.test(content)) return null;
  const children = simpleInline(content, context);
  return children && context.make(`h${found[1]?.length ?? 1}`, {}, children);
}

function readFence(text: string, context: SimpleContext): Made | null {
  if (/[\uFDD0\u0000]/.test(text)) return null;
  const infoEnd = text.indexOf("\n");
  const lastStart = text.lastIndexOf("\n") + 1;
  const found = infoEnd < 0 ? null : fence.exec(text.slice(0, infoEnd));
  const run = found?.[1];
  const info = found?.[2];
  if (!run || info === undefined || /\s$/.test(info)) return null;
  const last = text.slice(lastStart);
  if (last[0] !== run[0] || !/^(?:`{3,}|~{3,})$/.test(last) || last.length < run.length) return null;
  const code = text.slice(infoEnd + 1, Math.max(infoEnd + 1, lastStart - 1));
  if (new RegExp(`^ {0,3}${run[0]}{${run.length},}[ \\t]*$`, "m").test(code)) return null;
  return context.compileCode({ text: code, info: info.replace(/ +/, " ") });
}

interface Item {
  lines: string[];
  /** A blank line stands between it and the next. */
  isApart: boolean;
}

/** A list whose items are all indented by as much as the first one's text. */
function readList(lines: readonly string[], context: SimpleContext, depth: number): Made | null {
  const written = splitItems(lines);
  if (!written) return null;
  let isLoose = written.some((item) => item.isApart);
  const items: SimpleItem[] = [];
  for (const { lines: itemLines } of written) {
    const item = readItem(itemLines.join("\n"), context, depth);
    if (!item) return null;
    isLoose ||= item.isSpread;
    items.push(item);
  }
  return context.make(
    "ul",
    {},
    items.map((item) => itemIn(isLoose, item, context)),
  );
}

/** What refers to nothing outside of it is the same item wherever it stands. */
const refers = /[\uFDD0[]/;

function readItem(text: string, context: SimpleContext, depth: number): SimpleItem | null {
  const known = context.items.get(text);
  if (known) return known;
  if (/^\[[ x]\]/i.test(text)) return null;
  const stretches = splitBlocks(text);
  const item: SimpleItem = { blocks: [], isSpread: false, tight: null, loose: null };
  for (const [index, { start, end }] of stretches.entries()) {
    const blocks = readBlocks(text.slice(start, end), context, depth + 1);
    if (!blocks) return null;
    item.blocks.push(...blocks);
    item.isSpread ||= index > 0 && start - (stretches[index - 1]?.end ?? 0) > 1;
  }
  if (!refers.test(text)) context.items.set(text, item);
  return item;
}

/** In a tight list, a paragraph is just its text. */
function itemIn(isLoose: boolean, item: SimpleItem, context: SimpleContext): Made {
  const form = isLoose ? "loose" : "tight";
  item[form] ??= context.make(
    "li",
    {},
    item.blocks.flatMap((block) => ("made" in block || isLoose ? [madeOf(block, context)] : block.paragraph)),
  );
  return item[form];
}

/** A rule looks like an item of items. */
const rule = /^([-*])(?: *\1){2,} *$/;

function splitItems(lines: readonly string[]): Item[] | null {
  const start = listItem.exec(lines[0] ?? "")?.[0] ?? "";
  const indentation = " ".repeat(start.length);
  const items: Item[] = [];
  let blankLines: string[] = [];
  for (const line of lines) {
    const item = items.at(-1);
    const rest = line.slice(start.length);
    if (/^ *$/.test(line)) {
      blankLines.push(rest);
      continue;
    }
    if (line.startsWith(start) && /^[^ ]/.test(rest) && !rule.test(line)) {
      if (item) item.isApart = blankLines.length > 0;
      items.push({ lines: [rest], isApart: false });
    } else if (item && line.startsWith(indentation)) {
      for (const blank of blankLines) item.lines.push(blank);
      item.lines.push(rest);
    } else return null;
    blankLines = [];
  }
  return items;
}
