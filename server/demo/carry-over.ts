/** What is played of a demo whose script was saved meanwhile. */
import type { Step } from "./demo.ts";
import type { Report } from "./runner.ts";

/** A demo's steps and how far they were played; `current` is the first that was not. */
export interface Progress {
  steps: readonly Step[];
  reports: readonly Report[];
  current: number;
}

const idle: Report = { state: "idle", exit: null, durationMs: null, why: null };

/** Steps are known by their commands and their order: those that were played stay so, and new ones before the last of them are skipped. */
export function carryOver(before: Progress, steps: readonly Step[]): { reports: Report[]; current: number } {
  const counterparts = align(before.steps.map(commands), steps.map(commands));
  const isPlayed = (at: number | null) => at !== null && at < before.current;
  const current = counterparts.findLastIndex(isPlayed) + 1;
  const reports = counterparts.map((at, index): Report => {
    if (isPlayed(at)) return before.reports[at ?? 0] ?? idle;
    return index < current ? { ...idle, state: "skipped" } : idle;
  });
  return { reports, current };
}

function commands({ node, lines }: Step): string {
  return [node, ...lines].join("\n");
}

/** For each of `now` the index of its counterpart in `before`, by their longest common subsequence; null for new ones. */
function align(before: readonly string[], now: readonly string[]): (number | null)[] {
  const width = now.length + 1;
  const common = new Uint16Array((before.length + 1) * width);
  const at = (one: number, other: number) => common[one * width + other] ?? 0;
  for (let one = before.length - 1; one >= 0; one -= 1)
    for (let other = now.length - 1; other >= 0; other -= 1)
      common[one * width + other] =
        before[one] === now[other]
          ? at(one + 1, other + 1) + 1
          : Math.max(at(one + 1, other), at(one, other + 1));
  let one = 0;
  return now.map((each, other) => {
    while (one < before.length && before[one] !== each && at(one + 1, other) >= at(one, other + 1)) one += 1;
    return one < before.length && before[one] === each ? one++ : null;
  });
}
