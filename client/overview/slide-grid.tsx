/** The grid of the overview: only the cells that are seen, and the selected one, are on the page. */
import { type RefObject, useEffect, useLayoutEffect, useMemo, useRef } from "react";
import { loadSlides, useDeck } from "../app/index.ts";
import { type Box, useBox } from "../measure/index.ts";
import { canvas } from "./canvas.ts";
import type { Cell } from "./cells.ts";
import { GridItem } from "./grid-item.tsx";
import { cellPlace, gapPx, gridLayout, sizesPx } from "./grid-layout.ts";
import type { GridPlace } from "./overview-key.ts";
import { useSettings } from "./settings.ts";
import styles from "./slide-grid.module.css";
import { useCellsInView } from "./use-cells-in-view.ts";

interface SlideGridProps {
  cells: readonly Cell[];
  /** Position of the selected cell, and of the one on the stage. */
  selected: number;
  current: number;
  /** Where the keys are told what they move in. */
  place: RefObject<GridPlace | null>;
  onChoose(cell: Cell): void;
}

/** A list box whose selected option has the focus. */
export function SlideGrid({ cells, selected, current, place, onChoose }: SlideGridProps) {
  const scroller = useRef<HTMLDivElement>(null);
  const box = useBox(scroller, insideOf);
  const { ratio, total } = useDeck();
  const size = useSettings((settings) => sizesPx[settings.size] ?? 0);
  const { width, height } = canvas[ratio];
  const layout = useMemo(
    () => gridLayout(box?.width ?? 0, size, width / height, cells.length),
    [box?.width, size, width, height, cells.length],
  );
  const [from, to] = useCellsInView(scroller, layout, cells.length, box?.height ?? 0, selected);
  useLayoutEffect(() => {
    const rowsInView = Math.floor(((box?.height ?? 0) + gapPx) / layout.rowHeight);
    place.current = { cell: selected, count: cells.length, columns: layout.columns, rowsInView };
  });
  useSlidesOf(cells, from, to);

  const shown = new Set<number>(box ? [selected] : []);
  for (let position = from; box && position < to; position += 1) shown.add(position);
  return (
    <div className={styles.scroller} ref={scroller}>
      {/* biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the dialog's */}
      <div
        role="listbox"
        aria-label="Slides"
        className={styles.grid}
        style={{ height: layout.height }}
        onClick={(event) => {
          const option = (event.target as Element).closest<HTMLElement>("[data-cell]");
          const cell = option && cells[Number(option.dataset.cell)];
          if (cell) onChoose(cell);
        }}
      >
        {[...shown]
          .sort((one, other) => one - other)
          .map((position) => {
            const cell = cells[position];
            return cell ? (
              <GridItem
                key={cell.slide}
                cell={cell}
                position={position}
                count={cells.length}
                total={total}
                {...cellPlace(layout, position)}
                width={layout.cellWidth}
                pictureHeight={layout.pictureHeight}
                isSelected={position === selected}
                isCurrent={position === current}
              />
            ) : null;
          })}
      </div>
    </div>
  );
}

/** Without its padding and its scroll bar. */
function insideOf(scroller: HTMLElement): Box {
  const { paddingLeft, paddingRight } = getComputedStyle(scroller);
  const width = scroller.clientWidth - Number.parseFloat(paddingLeft) - Number.parseFloat(paddingRight);
  return { width, height: scroller.clientHeight };
}

/** Fetches what is seen; a failure leaves empty frames, and the next scroll tries again. */
function useSlidesOf(cells: readonly Cell[], from: number, to: number): void {
  const { version } = useDeck();
  const first = cells[from]?.slide;
  const last = cells[Math.min(to, cells.length) - 1]?.shown;
  useEffect(() => {
    if (version && first !== undefined && last !== undefined) loadSlides(first, last).catch(() => {});
  }, [version, first, last]);
}
