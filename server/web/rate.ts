/** A token bucket: so many at once, so many a second after that. */

export class Rate {
  private left: number;
  private at: number;
  private readonly burst: number;
  private readonly perSecond: number;
  private readonly now: () => number;

  constructor(burst: number, perSecond: number, now: () => number = Date.now) {
    this.burst = burst;
    this.perSecond = perSecond;
    this.now = now;
    this.left = burst;
    this.at = now();
  }

  /** Takes `count`; false when there are not so many. */
  take(count = 1): boolean {
    const now = this.now();
    this.left = Math.min(this.burst, this.left + (Math.max(0, now - this.at) / 1000) * this.perSecond);
    this.at = now;
    if (this.left < count) return false;
    this.left -= count;
    return true;
  }
}
