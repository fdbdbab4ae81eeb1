/** Slides of a saved deck beside those of the one before. */
import type { Slide } from "../../server/protocol.ts";

/** The slides by index; one that is as it was stays the same object, so that whoever shows it has nothing to do. */
export function keepUnchanged(
  former: ReadonlyMap<number, Slide>,
  slides: readonly Slide[],
): Map<number, Slide> {
  return new Map(
    slides.map((slide) => {
      const old = former.get(slide.index);
      return [slide.index, old && JSON.stringify(old) === JSON.stringify(slide) ? old : slide];
    }),
  );
}
