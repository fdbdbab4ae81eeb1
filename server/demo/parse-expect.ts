/** Reads what a step must show: `exit=nonzero /unreachable/i timeout=10s`. */

import { remedyForUnknown } from "../suggest.ts";
import type { Expectation } from "./demo.ts";
import { durationRemedy, parseDurationMs } from "./parse-duration.ts";
import type { Complain, Word } from "./parse-word.ts";

/** The parts of an expectation that were written. */
export type Given = Partial<Expectation>;

/** What a step must show when nothing is written. */
export const defaultExpectation: Expectation = { exit: "zero", output: null, timeoutMs: 30_000 };

const form = "write #: expect exit=0|nonzero|any|N /regex/flags timeout=10s, each part at most once";
const flagsRemedy = "flags are i, m, s, u and v";

/** Reads the parts in any order; null when one of them cannot be read. */
export function parseExpect(argument: Word, complain: Complain): Given | null {
  const given: Given = {};
  let isGood = true;
  const refuse: Complain = (...mistake) => {
    isGood = false;
    complain(...mistake);
  };
  const words = splitParts(argument);
  if (words.length === 0) refuse(argument.column, "nothing is expected", form);
  for (const word of words) {
    const part = parsePart(word, refuse);
    for (const key of Object.keys(part)) {
      if (key in given) refuse(word.column, `"${word.text}" is one too many`, form);
    }
    Object.assign(given, part);
  }
  return isGood ? given : null;
}

/** Splits at spaces, but not inside `/.../`, where a slash in a class or after a backslash does not end it. */
function splitParts(argument: Word): Word[] {
  const pattern = /\/(?:\\.|\[(?:\\.|[^\]\\])*\]|[^/\\[])+\/\S*|\/.*?\/[a-z]*(?=\s|$)|\/.*|\S+/g;
  return [...argument.text.matchAll(pattern)].map((match) => ({
    text: match[0],
    column: argument.column + match.index,
  }));
}

function parsePart(word: Word, complain: Complain): Given {
  if (word.text.startsWith("/")) return parseRegex(word, complain);
  const [, key = "", value = ""] = /^([^=]*)=?(.*)$/.exec(word.text) ?? [];
  const valueWord = { text: value, column: word.column + word.text.length - value.length };
  if (key === "exit") return parseExit(valueWord, complain);
  if (key === "timeout") return parseTimeout(valueWord, complain);
  complain(
    word.column,
    `unknown expectation "${key}"`,
    remedyForUnknown(key, ["exit", "timeout", "/regex/"]),
  );
  return {};
}

function parseExit(word: Word, complain: Complain): Given {
  if (word.text === "nonzero" || word.text === "any") return { exit: word.text };
  const status = /^\d{1,3}$/.test(word.text) ? Number(word.text) : Number.NaN;
  if (status <= 255) return { exit: status === 0 ? "zero" : status };
  complain(word.column, `"${word.text}" is not an exit status`, "write exit=0, nonzero, any or 1 to 255");
  return {};
}

function parseTimeout(word: Word, complain: Complain): Given {
  const timeoutMs = parseDurationMs(word.text);
  if (timeoutMs !== null) return { timeoutMs };
  complain(word.column, `"${word.text}" is not a duration`, durationRemedy);
  return {};
}

function parseRegex(word: Word, complain: Complain): Given {
  const end = word.text.lastIndexOf("/");
  const source = word.text.slice(1, end);
  const flags = word.text.slice(end + 1);
  if (end < 2)
    complain(word.column, `regular expression ${word.text} is empty or has no end`, "write it as /regex/");
  else if (/[^imsuv]/.test(flags)) complain(word.column + end + 1, `unknown flag in "${flags}"`, flagsRemedy);
  else {
    const mistake = regexMistake(source, flags);
    if (!mistake) return { output: { source, flags } };
    complain(word.column, mistake, "correct it; a literal character of ^$\\.*+?()[]{}| needs a \\");
  }
  return {};
}

function regexMistake(source: string, flags: string): string | null {
  try {
    new RegExp(source, flags);
    return null;
  } catch (error) {
    return error instanceof Error ? error.message.replace(/^I/, "i") : String(error);
  }
}
