/** Collects the mistakes of one deck, each once. */
import type { Problem } from "./slide.ts";
import type { Source } from "./source.ts";

/**
 * Notes a mistake at an offset of the source; a second report of the same mistake at the same place is dropped. A remedy
 * that takes work is asked for when the mistake is kept.
 */
export type Report = (
  severity: Problem["severity"],
  offset: number,
  message: string,
  remedy: string | (() => string),
) => void;

/** More mistakes than this help nobody; those behind are not collected. */
const mostProblems = 1000;

/** A `Report` that turns offsets of `source` into places and appends to `problems`. */
export function createReport(source: Source, problems: Problem[]): Report {
  const seen = new Set<string>();
  return (severity, offset, message, remedy) => {
    if (problems.length >= mostProblems) return;
    const { line, column } = source.place(offset);
    const key = `${line}:${column} ${message}`;
    if (seen.has(key)) return;
    seen.add(key);
    problems.push({
      severity,
      line,
      column,
      message,
      remedy: typeof remedy === "string" ? remedy : remedy(),
    });
  };
}

/** Orders mistakes as they stand in the deck. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
