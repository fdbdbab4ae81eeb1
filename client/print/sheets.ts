/** Which sheets a deck takes. */
import type { SlideEntry } from "../../server/protocol.ts";
import type { PrintOptions } from "./options.ts";

/** One page: a slide, in one of its states. */
export interface Sheet {
  slide: number;
  /** Clicks taken on it; null shows all of it, no line brought out. */
  step: number | null;
}

/** One sheet a slide, more with `steps`, fewer with `final`. */
export function sheetsOf(
  slides: readonly Pick<SlideEntry, "index" | "continued" | "steps">[],
  options: Pick<PrintOptions, "steps" | "final" | "from" | "to">,
): Sheet[] {
  return slides
    .filter(({ index }) => index >= options.from && index <= options.to)
    .filter(({ index }) => !options.final || slides[index]?.continued !== true)
    .flatMap(({ index, steps }): Sheet[] =>
      options.steps && steps > 0
        ? Array.from({ length: steps + 1 }, (_, step) => ({ slide: index, step }))
        : [{ slide: index, step: null }],
    );
}

/** Where a link to a slide leads: the first sheet of it, or of the slide that continues it last. */
export function sheetFor(slide: number, sheets: readonly Sheet[]): number {
  const at = sheets.findIndex((sheet) => sheet.slide >= slide);
  return at < 0 ? sheets.length - 1 : at;
}
