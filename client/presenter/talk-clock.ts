/** What the talk's clock shows now, from what the server last said about it. */

/** `atMs`: when this was true, by `performance.now()`. */
export interface TalkClock {
  elapsedMs: number;
  isRunning: boolean;
  atMs: number;
}

/** How long the talk has gone on. */
export function elapsedAt({ elapsedMs, isRunning, atMs }: TalkClock, nowMs: number): number {
  return isRunning ? elapsedMs + Math.max(0, nowMs - atMs) : elapsedMs;
}
