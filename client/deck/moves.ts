/** Where a move leads. */
import type { Slide } from "../../server/protocol.ts";

export type Move = "next" | "previous" | "first" | "last";

const target: Record<Move, (index: number, count: number) => number> = {
  next: (index, count) => Math.min(index + 1, count),
  previous: (index) => Math.max(index - 1, 1),
  first: () => 1,
  last: (_, count) => count,
};

/** The index a move from `index` leads to in a deck of `count` slides; the ends hold. */
export function moveFrom(index: number, move: Move, count: number): number {
  return target[move](index, count);
}

/** The index of the first slide that shows `number`, or of the nearest slide that is counted. */
export function indexOfNumber(number: number, slides: readonly Pick<Slide, "index" | "number">[]): number {
  const found = slides.find((slide) => slide.number >= number && slide.number > 0) ?? slides.at(-1);
  return found?.index ?? 1;
}
