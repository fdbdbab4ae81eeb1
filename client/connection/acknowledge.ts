/** When to tell the server how far the terminal has parsed: every 32 KiB, or 50 ms after the first byte not yet told. */

/** Well below what the server lets go unacknowledged before it resumes, so that the stream never stops for want of a word. */
export const ackEveryBytes = 32 * 1024;
/** What is parsed for this long without a word is told. */
export const ackEveryMs = 50;

/** Keeps what was parsed and what of it the server knows. */
export class Acknowledger {
  private parsed = 0;
  private told = 0;

  /** Begins anew at this offset, which the server knows. */
  restart(offset: number): void {
    this.parsed = offset;
    this.told = offset;
  }

  /** Everything before `offset` is parsed: the offset to tell at once, or null; then `isWaiting` says whether to call `due` later. */
  advance(offset: number): number | null {
    this.parsed = Math.max(this.parsed, offset);
    return this.parsed - this.told >= ackEveryBytes ? this.due() : null;
  }

  /** Whether something parsed waits to be told. */
  get isWaiting(): boolean {
    return this.parsed > this.told;
  }

  /** The time is over: the offset to tell, or null. */
  due(): number | null {
    if (!this.isWaiting) return null;
    this.told = this.parsed;
    return this.parsed;
  }
}
