/** What a fence says behind its mark: ` ```sh {1|2-3|all} lines=5 `. */
import { type LineSteps, readLineSteps } from "./line-steps.ts";

/** A mistake in an info string; `text` is where it stands in it. */
export interface InfoMistake {
  severity: "error" | "warning";
  text: string;
  message: string;
  remedy: string;
}

export interface Info {
  /** In lower case; null when none is named. */
  language: string | null;
  /** Null: not said. */
  steps: LineSteps | null;
  /** Number of the first line; null: no line numbers; undefined: not said. */
  numbers: number | null | undefined;
  mistakes: InfoMistake[];
}

const braces = /\{([^{}]*)\}/g;
const numbersWord = /^(?:lines(?:=.*)?|nolines)$/;
/** In digits; no listing is longer. */
const longestNumber = 6;

/** Reads an info string; attributes as other programs have them (`{.sh #id key=value}`) mean nothing but a language. */
export function readInfo(info: string, lineCount: number): Info {
  const mistakes: InfoMistake[] = [];
  const words = info
    .replace(braces, " ")
    .replace(/"[^"]*"|'[^']*'/g, " ")
    .split(/\s+/)
    .filter((word) => word !== "");
  return {
    language: languageOf(info),
    steps: readSteps(info, lineCount, mistakes),
    numbers: readNumbers(words, mistakes),
    mistakes,
  };
}

/** `sh` of `sh title=x`, and of `{.sh .numberLines}` and `{sh, echo=FALSE}` of other programs. */
function languageOf(info: string): string | null {
  const [, word, attributes] = /^\s*(?:([^\s{]+)|\{([^{}]*)\})/.exec(info) ?? [];
  if (word !== undefined) return numbersWord.test(word) ? null : word.toLowerCase();
  if (attributes === undefined || isLines(attributes)) return null;
  return /^\s*(?:#\S+\s+)?\.?([a-z][\w+-]*)(?=[\s,]|$)/i.exec(attributes)?.[1]?.toLowerCase() ?? null;
}

function readSteps(info: string, lineCount: number, mistakes: InfoMistake[]): LineSteps | null {
  for (const [text, inside = ""] of info.matchAll(braces)) {
    const isWord = info.search(/\S/) !== info.indexOf(text) && /^\s*\w+\s*$/.test(inside);
    if (!isLines(inside) && !isWord) continue;
    const read = readLineSteps(inside, lineCount);
    if ("steps" in read) return read;
    mistakes.push({ severity: isLines(inside) ? "error" : "warning", text, ...read });
  }
  return null;
}

/** Whether braces can only mean lines. */
function isLines(inside: string): boolean {
  return /^\s*(?:[\d*|,-]|(?:all|none)\s*(?:[|,]|$))/.test(inside) || /^[\w\s,*-]*\|/.test(inside);
}

function readNumbers(words: readonly string[], mistakes: InfoMistake[]): number | null | undefined {
  const word = words.findLast((candidate) => numbersWord.test(candidate));
  if (word === undefined) return undefined;
  if (word === "nolines") return null;
  const first = word === "lines" ? "1" : word.slice("lines=".length);
  if (/^\d+$/.test(first) && first.length <= longestNumber) return Number(first);
  mistakes.push({
    severity: "error",
    text: word,
    message: `the first line's number cannot be "${first.slice(0, 20)}"`,
    remedy: "write lines, or lines=5 to begin with 5",
  });
  return undefined;
}
