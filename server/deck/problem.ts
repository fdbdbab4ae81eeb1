/** Collects the mistakes of one deck, each once. */
import type { Problem } from "./slide.ts";
import type { Source } from "./source.ts";

/** Notes a mistake at an offset of the source; a second report of the same mistake at the same place is dropped. */
export type Report = (severity: Problem["severity"], offset: number, message: string, remedy: string) => void;

/** More mistakes than this help nobody; those behind are not collected. */
const mostProblems = 1000;

/** A `Report` that turns offsets of `source` into places and appends to `problems`. */
export function createReport(source: Source, problems: Problem[]): Report {
  const seen = new Set<string>();
  return (severity, offset, message, remedy) => {
    const { line, column } = source.place(offset);
    const key = `${line}:${column} ${message}`;
    if (seen.has(key) || problems.length >= mostProblems) return;
    seen.add(key);
    problems.push({ severity, line, column, message, remedy });
  };
}

/** Orders mistakes as they stand in the deck. */
export function byPlace(a: Problem, b: Problem): number {
  return a.line - b.line || a.column - b.column;
}
