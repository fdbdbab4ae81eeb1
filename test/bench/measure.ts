/** Times things and sums up, in milliseconds. */

export interface Summary {
  /** Median and 99th percentile, ms. */
  p50: number;
  p99: number;
  runs: number;
}

export function summarize(times: number[]): Summary {
  const sorted = [...times].sort((a, b) => a - b);
  const at = (share: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? Number.NaN;
  return { p50: round(at(0.5)), p99: round(at(0.99)), runs: sorted.length };
}

/** Runs something so many times, after a few that do not count. */
export async function repeat(runs: number, one: () => Promise<number>, warmUps = 2): Promise<Summary> {
  const times: number[] = [];
  for (let run = -warmUps; run < runs; run++) {
    const time = await one();
    if (run >= 0) times.push(time);
  }
  return summarize(times);
}

export function round(value: number): number {
  return Math.round(value * 100) / 100;
}
