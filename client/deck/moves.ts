/** Where a move leads. */
import type { Slide, SlideEntry } from "../../server/protocol.ts";

export type Move = "next" | "previous" | "first" | "last";

/** A slide's index, and the clicks taken on it. */
export interface Position {
  slide: number;
  step: number;
}

type Steps = readonly Pick<SlideEntry, "steps">[];

const target: Record<Move, (at: Position, slides: Steps) => Position> = {
  next: ({ slide, step }, slides) => {
    if (step < stepsOf(slide, slides)) return { slide, step: step + 1 };
    return slide < slides.length ? { slide: slide + 1, step: 0 } : { slide, step };
  },
  previous: ({ slide, step }, slides) => {
    if (step > 0) return { slide, step: step - 1 };
    return slide > 1 ? { slide: slide - 1, step: stepsOf(slide - 1, slides) } : { slide, step };
  },
  first: () => ({ slide: 1, step: 0 }),
  last: (_, slides) => ({ slide: Math.max(1, slides.length), step: 0 }),
};

/** Where a move leads: all of a slide's steps come before the next slide, and a slide is come back to at its last; the ends hold. */
export function moveFrom(at: Position, move: Move, slides: Steps): Position {
  return target[move](at, slides);
}

/** The slide after this one, whatever steps are left; the last holds. */
export function slideAfter(slide: number, slides: Steps): Position {
  return { slide: Math.min(slide + 1, Math.max(1, slides.length)), step: 0 };
}

/** The index of the first slide that shows `number`, or of the nearest slide that is counted. */
export function indexOfNumber(number: number, slides: readonly Pick<Slide, "index" | "number">[]): number {
  const found = slides.find((slide) => slide.number >= number && slide.number > 0) ?? slides.at(-1);
  return found?.index ?? 1;
}

function stepsOf(slide: number, slides: Steps): number {
  return slides[slide - 1]?.steps ?? 0;
}
