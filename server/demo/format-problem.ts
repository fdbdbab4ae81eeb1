/** A mistake in one line, as compilers write them. */
import type { Problem } from "../deck/index.ts";

/** Gives `demos/x.sh:14:3 unknown directive "wiat"`. */
export function formatProblem(file: string, problem: Problem): string {
  return `${file}:${problem.line}:${problem.column} ${problem.message}`;
}
