/** How large a page is. */
import type { DeckHead } from "../../server/protocol.ts";

/** In CSS pixels. */
export interface Paper {
  width: number;
  height: number;
  /** Of the slide's part, which is as wide as the page. */
  slideHeight: number;
}

/** remark's canvas, as theme/slides.css has it. */
const canvas = { "16:9": { width: 1210, height: 681 }, "4:3": { width: 908, height: 681 } };
/** A4 on end: height for width. */
const portrait = Math.SQRT2;

/** The slide's own canvas; with notes, as high as A4 is for that width. */
export function paperFor(ratio: DeckHead["ratio"], withNotes: boolean): Paper {
  const { width, height } = canvas[ratio];
  return { width, height: withNotes ? Math.round(width * portrait) : height, slideHeight: height };
}

/** What the printer is told; a printer rounds, so the page below the sheet has its colour, too. */
export function pageStyle({ width, height }: Paper, isDark: boolean): string {
  const scheme = isDark ? "dark" : "light";
  return `@page { size: ${width}px ${height}px; margin: 0; } @media print { :root { color-scheme: ${scheme}; } }`;
}
