/** How large a terminal's letters are, in CSS pixels. */

const smallestPx = 13;
const smallestOnPhonePx = 11;
const largestPx = 22;
/** Narrower than this is a phone. */
const phonePx = 480;
/** Columns that the seat in control is to have: what most commands' output is made for. */
const wantedColumns = 84;
/** A letter's width in a monospaced face, in font sizes. */
const letterWidth = 0.6;

/** For the seat in control, whose terminal gets as many columns and rows as fit. */
export function fontSizeForWidth(widthPx: number): number {
  const smallest = widthPx < phonePx ? smallestOnPhonePx : smallestPx;
  return Math.min(Math.max(Math.round(widthPx / (wantedColumns * letterWidth)), smallest), largestPx);
}

/** A measured box. */
export interface Box {
  widthPx: number;
  heightPx: number;
}

/** For a viewer, whose columns and rows are given: the largest that shows all of them; `cell` is a letter's box at `fontPx`. */
export function fontSizeForCells(columns: number, rows: number, box: Box, cell: Box, fontPx: number): number {
  const scale = Math.min(box.widthPx / (columns * cell.widthPx), box.heightPx / (rows * cell.heightPx));
  const size = Math.floor(fontPx * scale * 2) / 2;
  return Number.isFinite(size) ? Math.min(Math.max(size, 4), largestPx) : fontPx;
}
