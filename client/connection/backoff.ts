/** When to try the server again: 500 ms doubling to 10 s with full jitter, from the start again after a stable second. */

/** The longest first wait. */
const firstDelayMs = 500;
/** No wait is longer. */
const longestDelayMs = 10_000;
/** A connection that lived this long was a good one. */
const stableMs = 1000;

/** Counts failed attempts in a row. */
export class Backoff {
  private failures = 0;
  private openedAtMs: number | null = null;

  opened(nowMs: number): void {
    this.openedAtMs = nowMs;
  }

  /** The connection, or the attempt at one, has ended: how long to wait before the next, in ms. */
  closed(nowMs: number, random: () => number = Math.random): number {
    const wasStable = this.openedAtMs !== null && nowMs - this.openedAtMs >= stableMs;
    this.openedAtMs = null;
    if (wasStable) this.failures = 0;
    const ceilingMs = Math.min(longestDelayMs, firstDelayMs * 2 ** this.failures);
    this.failures += 1;
    return Math.round(random() * ceilingMs);
  }
}
