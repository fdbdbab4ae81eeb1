/** Reads the inline Markdown that most text is made of without the parser; what it does not know it leaves alone. */
import type { Made, Maker } from "./nodes.ts";

/** What inline text is read with. */
export interface InlineContext {
  make: Maker;
  /** Where a definition leads, if it is plain; null when nothing plain is known of the label. */
  urlOf: (label: string) => string | null;
}

/** All that could mean something to CommonMark or GFM, apart from line ends. */
const special = /[`*_[\]\\~\t\u0000\uFEFF]|!\[|&[#\w]|<[a-z/!?]|https?:|www\.|@/gi;
const code = /`([^`\n\uFDD0]+)`(?!`)/y;
const strong = /\*\*([^*_~\n]+)\*\*(?![*\w])/y;
const emphasis = /([*_])([^*_~\n]+)\1(?![*_\w])/y;
const link = /\[([^[\]`*_!<&\\~@\n\uFDD0]+)\]\((https?:\/\/[\w\-./#?=:+,]*)\)/y;
const reference = /\[([^[\]`*_!<&\\~@\n\uFDD0]+)\](?![([:])/y;
const address = /https?:|www\./i;

/** Texts and elements in order; null when the parser must look. A text is one or more trimmed lines. */
export function simpleInline(text: string, context: InlineContext): (string | Made)[] | null {
  special.lastIndex = 0;
  let found = special.exec(text);
  if (!found) return [text];
  const children: (string | Made)[] = [];
  let cursor = 0;
  while (found) {
    const at = found.index;
    if (isInWord(text, at)) {
      special.lastIndex = at + 1;
      found = special.exec(text);
      continue;
    }
    const read = readAt(text, at, context);
    if (!read) return null;
    if (at > cursor) children.push(text.slice(cursor, at));
    children.push(read.made);
    cursor = read.end;
    special.lastIndex = cursor;
    found = special.exec(text);
  }
  if (cursor < text.length) children.push(text.slice(cursor));
  return children;
}

interface Read {
  made: Made;
  end: number;
}

/** `_` between letters is a letter. */
function isInWord(text: string, at: number): boolean {
  return text[at] === "_" && isLetter(text[at - 1]) && isLetter(text[at + 1]);
}

function isLetter(character: string | undefined): boolean {
  return character !== undefined && /[a-z0-9]/i.test(character);
}

function readAt(text: string, at: number, context: InlineContext): Read | null {
  switch (text[at]) {
    case "`":
      return readCode(text, at, context);
    case "*":
    case "_":
      return readEmphasis(text, at, context);
    case "[":
      return readLink(text, at, context);
    default:
      return null;
  }
}

function readCode(text: string, at: number, { make }: InlineContext): Read | null {
  const found = matchAt(code, text, at);
  if (!found || text[at - 1] === "`") return null;
  const inside = found[1] ?? "";
  const isPadded = inside.startsWith(" ") && inside.endsWith(" ") && inside.trim() !== "";
  const made = make("code", {}, [isPadded ? inside.slice(1, -1) : inside]);
  return { made, end: at + found[0].length };
}

/** Marks that stand clearly before a word and behind one. */
function readEmphasis(text: string, at: number, context: InlineContext): Read | null {
  const before = text[at - 1] ?? " ";
  if (!/[\s(]/.test(before)) return null;
  const isStrong = text.startsWith("**", at);
  const found = matchAt(isStrong ? strong : emphasis, text, at);
  const inside = found?.[isStrong ? 1 : 2];
  if (!found || !inside || !/^[a-z0-9`]/i.test(inside) || !/[a-z0-9`]$/i.test(inside)) return null;
  const end = at + found[0].length;
  if (!/[\s.,:;!?)]/.test(text[end] ?? " ")) return null;
  const children = simpleInline(inside, context);
  return children && { made: context.make(isStrong ? "strong" : "em", {}, children), end };
}

function readLink(text: string, at: number, { make, urlOf }: InlineContext): Read | null {
  if (text[at - 1] === "]" || text[at - 1] === "!") return null;
  const found = matchAt(link, text, at) ?? matchAt(reference, text, at);
  const label = found?.[1];
  if (!found || !label || label.trim() !== label || address.test(label)) return null;
  const href = found[2] ?? urlOf(label);
  return href === null ? null : { made: make("a", { href }, [label]), end: at + found[0].length };
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
