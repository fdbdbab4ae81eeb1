/** Where cells stand, which are drawn, and where one has to scroll. */
import { expect, test } from "vitest";
import {
  captionPx,
  cellPlace,
  cellsInView,
  gapPx,
  gridLayout,
  scrollToCell,
  scrollToMiddle,
  sizesPx,
} from "../../../client/overview/grid-layout.ts";

const wide = 16 / 9;

test.each([358, 768, 1232, 1872])("cells fill a width of %i and no more, in every size", (width) => {
  const columns = sizesPx.map((size) => {
    const layout = gridLayout(width, size, wide, 100);
    const used = layout.columns * layout.cellWidth + (layout.columns - 1) * gapPx;
    expect(used).toBeLessThanOrEqual(width);
    expect(used).toBeGreaterThan(width - layout.columns);
    return layout.columns;
  });
  expect(columns).toEqual([...columns].sort((one, other) => other - one));
  expect(columns.at(-1)).toBeLessThan(columns[0] ?? 0);
});

test("a phone shows two slides in a row, a laptop four", () => {
  expect(gridLayout(358, sizesPx[2] ?? 0, wide, 20).columns).toBe(2);
  expect(gridLayout(1232, sizesPx[2] ?? 0, wide, 20).columns).toBe(4);
});

test("the last row may be short", () => {
  const layout = gridLayout(1000, 200, wide, 9);
  expect(layout.columns).toBe(4);
  expect(layout.rows).toBe(3);
  expect(cellPlace(layout, 8)).toEqual({ left: 0, top: 2 * layout.rowHeight });
  expect(layout.height).toBe(cellPlace(layout, 8).top + layout.cellHeight);
});

test("of 2650 slides only the rows that are seen and one more on either side are drawn", () => {
  const layout = gridLayout(1232, 200, wide, 2650);
  const [from, to] = cellsInView(layout, 2650, 100 * layout.rowHeight, 660);
  expect(from).toBe(99 * layout.columns);
  expect(to - from).toBeLessThanOrEqual(layout.columns * 7);
  expect(cellsInView(layout, 2650, layout.height, 660)[1]).toBe(2650);
});

test("what is seen does not scroll, what is not comes in whole", () => {
  const layout = gridLayout(1000, 200, wide, 100);
  const view = layout.rowHeight * 2 + gapPx;
  expect(scrollToCell(layout, 0, 0, view)).toBe(0);
  expect(scrollToCell(layout, layout.columns, 0, view)).toBe(0);
  const below = scrollToCell(layout, layout.columns * 5, 0, view);
  const { top } = cellPlace(layout, layout.columns * 5);
  expect(top + layout.cellHeight).toBeLessThanOrEqual(below + view);
  expect(scrollToCell(layout, 0, below, view)).toBe(0);
});

test("the first look has the slide in the middle", () => {
  const layout = gridLayout(1000, 200, wide, 100);
  const scrollTop = scrollToMiddle(layout, 60, 600);
  const middle = cellPlace(layout, 60).top + layout.cellHeight / 2;
  expect(Math.abs(scrollTop + 300 - middle)).toBeLessThanOrEqual(1);
  expect(scrollToMiddle(layout, 0, 600)).toBe(0);
  expect(layout.cellHeight - layout.pictureHeight).toBe(captionPx);
});

test("no width is not divided by", () => {
  expect(gridLayout(0, 200, wide, 3)).toMatchObject({ columns: 1, rows: 3, cellWidth: 1 });
});
