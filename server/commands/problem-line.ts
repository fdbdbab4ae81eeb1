/** A mistake in one line, as compilers write them. */
import type { Problem } from "../deck/index.ts";

/** Gives `slides/x.md:14:3 warning: no slide is named "y": give a slide the line "name: y"`. */
export function problemLine(file: string, problem: Problem): string {
  const { line, column, severity, message, remedy } = problem;
  return `${file}:${line}:${column} ${severity}: ${message}: ${remedy}`;
}
