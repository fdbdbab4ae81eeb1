/** remark's markers in code: a star before a line, backquotes round a part of it. */
import type { SlideElement, SlideNode } from "../slide.ts";
import { hasPrompt } from "./session.ts";

/** A part of a line that stands out, `end` excluded. */
export interface MarkedSpan {
  start: number;
  end: number;
}

/** Lines as they are shown and typed, and what was marked in them. */
export interface MarkedLines {
  lines: string[];
  /** Indexes from 0. */
  highlighted: Set<number>;
  /** Of each line. */
  spans: MarkedSpan[][];
}

/** Takes the markers that are asked for out of lines of code. */
export function takeMarkers(
  code: readonly string[],
  ask: { highlightLines: boolean; highlightSpans: boolean },
): MarkedLines {
  const highlighted = new Set<number>();
  const spans: MarkedSpan[][] = [];
  const lines = code.map((line, index) => {
    const unstarred = ask.highlightLines ? withoutStar(line) : line;
    if (unstarred !== line && line.startsWith("*")) highlighted.add(index);
    const read = ask.highlightSpans ? takeSpans(unstarred) : { text: unstarred, spans: [] };
    spans.push(read.spans);
    return read.text;
  });
  return { lines, highlighted, spans };
}

/** As in remark, `* x` keeps its column and `*x` moves to the left; a prompt stays at the line's start; `\*` is a star. */
function withoutStar(line: string): string {
  if (line.startsWith("\\*")) return line.slice(1);
  if (!line.startsWith("* ")) return line.replace(/^\*/, "");
  const behind = line.slice(2);
  return hasPrompt([behind]) ? behind : `  ${behind}`;
}

const quoted = /(?<!`)(\\?)`([^`]+)`(?!`)/g;

function takeSpans(line: string): { text: string; spans: MarkedSpan[] } {
  if (!line.includes("`")) return { text: line, spans: [] };
  const spans: MarkedSpan[] = [];
  let text = "";
  let cursor = 0;
  for (const match of line.matchAll(quoted)) {
    const [whole, backslash, inside = ""] = match;
    text += line.slice(cursor, match.index);
    if (backslash) text += `\`${inside.replace(/\\$/, "")}\``;
    else {
      spans.push({ start: text.length, end: text.length + inside.length });
      text += inside;
    }
    cursor = match.index + whole.length;
  }
  return { text: text + line.slice(cursor), spans };
}

/** A line's tokens with its marked parts in `mark` elements; the parts keep their colours. */
export function withMarks(tokens: readonly SlideNode[], spans: readonly MarkedSpan[]): SlideNode[] {
  if (spans.length === 0) return [...tokens];
  const marked: SlideNode[] = [];
  let cursor = 0;
  for (const { start, end } of spans) {
    marked.push(...cut(tokens, cursor, start), [
      "mark",
      { className: "code-mark" },
      ...cut(tokens, start, end),
    ]);
    cursor = end;
  }
  return [...marked, ...cut(tokens, cursor, Number.POSITIVE_INFINITY)];
}

/** What of a line's tokens stands between two columns. */
function cut(tokens: readonly SlideNode[], from: number, to: number): SlideNode[] {
  const inside: SlideNode[] = [];
  let start = 0;
  for (const token of tokens) {
    const text = typeof token === "string" ? token : String(token[2] ?? "");
    const part = text.slice(Math.max(0, from - start), Math.max(0, to - start));
    if (part !== "")
      inside.push(typeof token === "string" ? part : ([token[0], token[1], part] as SlideElement));
    start += text.length;
  }
  return inside;
}
