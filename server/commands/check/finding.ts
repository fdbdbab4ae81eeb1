/** What `check` finds: a mistake, and the file it is in. */
import type { Problem } from "../../deck/index.ts";

export interface Finding {
  file: string;
  line: number;
  column: number;
  severity: Problem["severity"];
  message: string;
  remedy: string;
}

/** A file's mistakes, as findings. */
export function inFile(file: string, problems: readonly Problem[]): Finding[] {
  return problems.map(({ line, column, severity, message, remedy }) => ({
    file,
    line,
    column,
    severity,
    message,
    remedy,
  }));
}

/** Each finding once, by file and place. */
export function inOrder(findings: readonly Finding[]): Finding[] {
  const once = new Map(findings.map((finding) => [JSON.stringify(finding), finding]));
  return [...once.values()].sort(
    (a, b) =>
      compare(a.file, b.file) || a.line - b.line || a.column - b.column || compare(a.message, b.message),
  );
}

/** By character code, so that every machine gives the same order. */
function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
