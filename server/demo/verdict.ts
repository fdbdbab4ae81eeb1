/** Compares what a step did with what it must do. */
import type { Expectation } from "./demo.ts";

/** Null when the step did what was expected, else what was expected and what came. A null status: a nested shell opened. */
export function judge(expect: Expectation, status: number | null, output: string): string | null {
  const misses = [missOfStatus(expect.exit, status), missOfOutput(expect.output, output)].filter(
    (miss) => miss !== null,
  );
  return misses.length > 0 ? misses.join("; ") : null;
}

function missOfStatus(expected: Expectation["exit"], status: number | null): string | null {
  if (status === null || expected === "any") return null;
  if (expected === "zero") return status === 0 ? null : `expected exit status 0, got ${status}`;
  if (expected === "nonzero") return status !== 0 ? null : "expected it to fail, got exit status 0";
  return status === expected ? null : `expected exit status ${expected}, got ${status}`;
}

/** `^` and `$` stand for the ends of a line, as in grep. */
function missOfOutput(expected: Expectation["output"], output: string): string | null {
  if (!expected || new RegExp(expected.source, `${expected.flags.replace("m", "")}m`).test(output))
    return null;
  const last = output.trimEnd().split("\n").at(-1) ?? "";
  return `expected output like /${expected.source}/${expected.flags}, got ${last === "" ? "none" : `"${last.slice(0, 200)}"`}`;
}
