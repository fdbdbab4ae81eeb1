/** Where the cells of the overview stand; all lengths in CSS pixels. */

export interface GridLayout {
  columns: number;
  rows: number;
  cellWidth: number;
  /** Of the slide's picture; the caption is below it. */
  pictureHeight: number;
  cellHeight: number;
  /** From one row's top to the next one's. */
  rowHeight: number;
  /** Of the whole grid. */
  height: number;
}

/** Between cells, wide enough for the focus ring and the marks of steps. */
export const gapPx = 18;
/** One line of text below the picture. */
export const captionPx = 34;
/** How wide one wants a cell to be in a window of 1000 pixels, from small to large. */
export const sizesPx: readonly number[] = [104, 144, 200, 270, 380, 560];
/** Windows narrower and wider than that have smaller and larger cells, between these factors. */
const [leastFactor, mostFactor] = [0.72, 1.35];

/** `ratio`: a slide's width by its height. */
export function gridLayout(width: number, sizePx: number, ratio: number, count: number): GridLayout {
  const factor = Math.min(Math.max(width / 1000, leastFactor), mostFactor);
  const columns = Math.max(1, Math.floor((width + gapPx) / (sizePx * factor + gapPx)));
  const cellWidth = Math.max(1, Math.floor((width - gapPx * (columns - 1)) / columns));
  const pictureHeight = Math.round(cellWidth / ratio);
  const cellHeight = pictureHeight + captionPx;
  const rowHeight = cellHeight + gapPx;
  const rows = Math.ceil(count / columns);
  const height = Math.max(0, rows * rowHeight - gapPx);
  return { columns, rows, cellWidth, pictureHeight, cellHeight, rowHeight, height };
}

/** Where a cell's top left corner is. */
export function cellPlace({ columns, cellWidth, rowHeight }: GridLayout, cell: number) {
  return { left: (cell % columns) * (cellWidth + gapPx), top: Math.floor(cell / columns) * rowHeight };
}

/** The first cell to draw and the first not to, with a row above and below what is seen. */
export function cellsInView(
  { columns, rowHeight }: GridLayout,
  count: number,
  scrollTop: number,
  viewHeight: number,
): [from: number, to: number] {
  const first = Math.max(0, Math.floor(scrollTop / rowHeight) - 1);
  const last = Math.ceil((scrollTop + viewHeight) / rowHeight) + 1;
  return [Math.min(first * columns, count), Math.min(last * columns, count)];
}

/** Where to scroll to so that a cell is seen; as it is when it is. `edge`: what is kept free above and below it. */
export function scrollToCell(
  layout: GridLayout,
  cell: number,
  scrollTop: number,
  viewHeight: number,
  edge = gapPx,
): number {
  const { top } = cellPlace(layout, cell);
  const bottom = top + layout.cellHeight;
  if (top - edge < scrollTop) return Math.max(0, top - edge);
  return bottom + edge > scrollTop + viewHeight ? bottom + edge - viewHeight : scrollTop;
}

/** Where to scroll to so that a cell is in the middle. */
export function scrollToMiddle(layout: GridLayout, cell: number, viewHeight: number): number {
  const { top } = cellPlace(layout, cell);
  return Math.max(0, Math.round(top - (viewHeight - layout.cellHeight) / 2));
}
