/** Finds content classes, macros and code spans in the text regions of a deck, in one pass. */
import { findCodeSpans } from "./code-spans.ts";
import type { Region } from "./regions.ts";

/** A stretch of the source, `end` excluded. */
interface Span {
  start: number;
  end: number;
}

/** `.a.b[` with its `]`: `start` is the first dot, `inside` the first character behind `[`, `end` is behind `]`. */
export interface ClassSpan extends Span {
  type: "class";
  inside: number;
  classes: string[];
}

/** `\.a[...]`, which is shown as it stands. */
export interface LiteralSpan extends Span {
  type: "literal";
}

export interface MacroSpan extends Span {
  type: "macro";
  name: string;
  values: string[];
  object: string;
}

export interface CodeSpan extends Span {
  type: "code";
}

/** What was found, in order of `start`, and what brackets are left over. */
export interface Brackets {
  spans: (ClassSpan | LiteralSpan | MacroSpan | CodeSpan)[];
  /** How many `]` close nothing in these regions. */
  closes: number;
  /** Brackets that nothing in these regions closes, in order. */
  opens: OpenBracket[];
}

/** Scans the text regions; brackets balance over all of them, those in code and behind a backslash do not count. */
export function findBrackets(text: string, regions: readonly Region[]): Brackets {
  const scanner = new BracketScanner();
  for (const region of regions) {
    if (region.type === "text") scanner.scan(text.slice(region.start, region.end), region.start);
  }
  return scanner.brackets();
}

/** A `[` that is not closed yet: one by itself, of `.a[`, or of `\.a[`. */
export interface OpenBracket {
  kind: "plain" | "class" | "literal";
  start: number;
  inside: number;
  classes: string[];
}

const interesting = /[\\`[\].!]/g;
const classChain = /(?:\.[A-Za-z_-][A-Za-z0-9_-]*)+/y;
const macro = /!\[:([^\] ]{1,100})([^\]]{0,400})\](?:\(([^)\n]{0,2000})\))?/y;

class BracketScanner {
  readonly #spans: Brackets["spans"] = [];
  readonly #open: OpenBracket[] = [];
  #closes = 0;

  /** Reads one paragraph that begins at `offset`. */
  scan(paragraph: string, offset: number): void {
    const codeSpanEnd = findCodeSpans(paragraph);
    let at = 0;
    while (at < paragraph.length) {
      interesting.lastIndex = at;
      const found = interesting.exec(paragraph);
      if (!found) return;
      at = this.#read(paragraph, found.index, offset, codeSpanEnd);
    }
  }

  brackets(): Brackets {
    this.#spans.sort((a, b) => a.start - b.start || b.end - a.end);
    return { spans: this.#spans, closes: this.#closes, opens: this.#open };
  }

  /** Reads what begins at `at` and returns where to go on. */
  #read(
    paragraph: string,
    at: number,
    offset: number,
    codeSpanEnd: ReturnType<typeof findCodeSpans>,
  ): number {
    switch (paragraph[at]) {
      case "\\":
        return this.#readEscape(paragraph, at, offset);
      case "`": {
        let length = 1;
        while (paragraph[at + length] === "`") length++;
        const end = codeSpanEnd(at, length);
        if (end !== null) this.#spans.push({ type: "code", start: offset + at, end: offset + end });
        return end ?? at + length;
      }
      case "[":
        this.#open.push({ kind: "plain", start: offset + at, inside: offset + at + 1, classes: [] });
        return at + 1;
      case "]":
        this.#close(offset + at);
        return at + 1;
      case ".": {
        const chain = matchAt(classChain, paragraph, at)?.[0] ?? ".";
        if (chain === "." || paragraph[at + chain.length] !== "[") return at + chain.length;
        this.#openClass("class", chain, offset + at, offset + at);
        return at + chain.length + 1;
      }
      default:
        return this.#readMacro(paragraph, at, offset);
    }
  }

  #readEscape(paragraph: string, at: number, offset: number): number {
    const chain = matchAt(classChain, paragraph, at + 1)?.[0];
    if (!chain || paragraph[at + 1 + chain.length] !== "[") return at + 2;
    this.#openClass("literal", chain, offset + at, offset + at + 1);
    return at + chain.length + 2;
  }

  #openClass(kind: "class" | "literal", chain: string, start: number, dot: number): void {
    this.#open.push({ kind, start, inside: dot + chain.length + 1, classes: chain.slice(1).split(".") });
  }

  #close(at: number): void {
    const bracket = this.#open.pop();
    if (!bracket) this.#closes++;
    if (!bracket || bracket.kind === "plain") return;
    const { start, inside, classes } = bracket;
    this.#spans.push(
      bracket.kind === "class"
        ? { type: "class", start, inside, end: at + 1, classes }
        : { type: "literal", start, end: at + 1 },
    );
  }

  #readMacro(paragraph: string, at: number, offset: number): number {
    const match = matchAt(macro, paragraph, at);
    if (!match) return at + 1;
    const [whole, name = "", values = "", object = ""] = match;
    this.#spans.push({
      type: "macro",
      start: offset + at,
      end: offset + at + whole.length,
      name,
      values: values.split(",").map((value) => value.trim()),
      object: object.trim(),
    });
    return at + whole.length;
  }
}

function matchAt(pattern: RegExp, text: string, at: number): RegExpExecArray | null {
  pattern.lastIndex = at;
  return pattern.exec(text);
}
