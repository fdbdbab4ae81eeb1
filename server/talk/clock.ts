/** A stopwatch. */

export class Clock {
  private readonly now: () => number;
  private before = 0;
  private since: number | null = null;
  /** What the last reset took away. */
  private dropped = 0;

  /** `now`: in milliseconds; only differences count. */
  constructor(now: () => number) {
    this.now = now;
  }

  get state(): { elapsedMs: number; isRunning: boolean } {
    const running = this.since === null ? 0 : this.now() - this.since;
    return { elapsedMs: Math.round(this.before + running), isRunning: this.since !== null };
  }

  /** Never started, or reset. */
  get isFresh(): boolean {
    return this.since === null && this.before === 0;
  }

  start(): void {
    this.since ??= this.now();
  }

  stop(): void {
    this.before = this.state.elapsedMs;
    this.since = null;
  }

  /** Back to nothing; a clock that runs goes on from there. */
  reset(): void {
    this.dropped = this.state.elapsedMs;
    this.before = 0;
    if (this.since !== null) this.since = this.now();
  }

  /** As if it had not been reset; it counts what has passed since. */
  restore(): void {
    this.before += this.dropped;
    this.dropped = 0;
  }
}
