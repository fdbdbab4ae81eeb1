/** How large a slide's type can be so that all of it is seen. */
import type { Slide } from "../../server/protocol.ts";

/** Smaller than this nobody reads it; the slide then scrolls. */
const smallest = 0.5;
/** Larger than this a slide of few words shouts. */
const largest = 1.2;
const step = 0.05;

/** Where fitting starts: the first slide was already drawn at its plain size, and a slide shown piece by piece must not change size. */
export function largestScale(
  slide: Pick<Slide, "index" | "continued">,
  following?: Pick<Slide, "continued">,
): number {
  return slide.index === 1 || slide.continued || following?.continued ? 1 : largest;
}

/** The largest scale from `from` down at which the slide does not overflow; the smallest when none is enough. Each look is a layout, so it takes few. */
export function fitScale(overflowsAt: (scale: number) => boolean, from: number): number {
  if (!overflowsAt(from)) return from;
  let tooLarge = Math.round((from - smallest) / step);
  let fits = 0;
  while (tooLarge - fits > 1) {
    const middle = Math.floor((fits + tooLarge) / 2);
    if (overflowsAt(scaleOf(middle))) tooLarge = middle;
    else fits = middle;
  }
  return scaleOf(fits);
}

/** Of the so manyth step above the smallest, without what adding leaves behind the comma. */
function scaleOf(steps: number): number {
  return Math.round((smallest + steps * step) * 100) / 100;
}
