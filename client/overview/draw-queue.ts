/** Draws many things a few at a time, so that none of them holds up scrolling. */

/** What drawing may take of a frame, in milliseconds; at least one thing is drawn. */
const budgetMs = 7;

export class DrawQueue {
  private readonly waiting = new Set<() => void>();
  private readonly nextFrame: (run: () => void) => void;
  private readonly nowMs: () => number;
  private isRunning = false;

  constructor(
    nextFrame: (run: () => void) => void = requestAnimationFrame,
    nowMs: () => number = () => performance.now(),
  ) {
    this.nextFrame = (run) => nextFrame(run);
    this.nowMs = nowMs;
  }

  /** Draws in one of the next frames, in the order of asking; the answer calls it off. */
  add(draw: () => void): () => void {
    this.waiting.add(draw);
    this.start();
    return () => void this.waiting.delete(draw);
  }

  private start(): void {
    if (this.isRunning) return;
    this.isRunning = true;
    this.nextFrame(() => this.run());
  }

  private run(): void {
    this.isRunning = false;
    const beganMs = this.nowMs();
    for (const draw of this.waiting) {
      this.waiting.delete(draw);
      draw();
      if (this.nowMs() - beganMs >= budgetMs) break;
    }
    if (this.waiting.size > 0) this.start();
  }
}
