/** How long the talk has been on each slide, by the talk's clock. */

export interface SlideTimes {
  /** The slide that is shown, and what the clock showed when it came. */
  slide: number;
  sinceMs: number;
  /** What earlier looks at slides took, by index. */
  spentMs: Readonly<Record<number, number>>;
}

/** The talk turned to a slide; a clock that shows less than before was reset, and all begins anew. */
export function turnTo(times: SlideTimes | null, slide: number, elapsedMs: number): SlideTimes {
  if (!times || elapsedMs < times.sinceMs) return { slide, sinceMs: times ? 0 : elapsedMs, spentMs: {} };
  if (slide === times.slide) return times;
  const spentMs = { ...times.spentMs, [times.slide]: spentOn(times, times.slide, elapsedMs) };
  return { slide, sinceMs: elapsedMs, spentMs };
}

/** All the time on a slide until now. */
export function spentOn(times: SlideTimes, slide: number, elapsedMs: number): number {
  const before = times.spentMs[slide] ?? 0;
  return slide === times.slide ? before + Math.max(0, elapsedMs - times.sinceMs) : before;
}
