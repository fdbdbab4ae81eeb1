/** What comes with the next press: more of this slide, the next slide, or nothing. */
import type { SlideEntry } from "../../server/protocol.ts";

export type NextUp =
  | { kind: "step"; slide: number; step: number }
  | { kind: "slide"; slide: number }
  | { kind: "end" };

/** A demo that is open has steps of its own; see next-demo-step.tsx. */
export function nextUp(
  slides: readonly Pick<SlideEntry, "steps">[],
  { slide, step }: { slide: number; step: number },
): NextUp {
  if (step < (slides[slide - 1]?.steps ?? 0)) return { kind: "step", slide, step: step + 1 };
  return slide < slides.length ? { kind: "slide", slide: slide + 1 } : { kind: "end" };
}
