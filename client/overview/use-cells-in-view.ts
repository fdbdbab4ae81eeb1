/** Which cells of the overview are seen. */
import { type RefObject, useLayoutEffect, useRef, useState } from "react";
import { cellsInView, type GridLayout, scrollToCell, scrollToMiddle } from "./grid-layout.ts";
import { optionId } from "./option-id.ts";

/** Follows scrolling, and scrolls to what is selected: to the middle at first, later no more than needed. */
export function useCellsInView(
  scroller: RefObject<HTMLElement | null>,
  layout: GridLayout,
  count: number,
  viewHeight: number,
  selected: number,
): [from: number, to: number] {
  const [range, setRange] = useState("0 0");
  const hasBegun = useRef(false);
  useLayoutEffect(() => {
    const element = scroller.current;
    if (!element || viewHeight === 0) return;
    element.scrollTop = hasBegun.current
      ? scrollToCell(layout, selected, element.scrollTop, viewHeight)
      : scrollToMiddle(layout, selected, viewHeight);
    hasBegun.current = true;
    const read = () => setRange(cellsInView(layout, count, element.scrollTop, viewHeight).join(" "));
    read();
    element.addEventListener("scroll", read, { passive: true });
    return () => element.removeEventListener("scroll", read);
  }, [scroller, selected, count, viewHeight, layout]);
  const isMeasured = viewHeight > 0;
  useLayoutEffect(() => {
    if (isMeasured) document.getElementById(optionId(selected))?.focus({ preventScroll: true });
  }, [selected, isMeasured]);
  const [from = 0, to = 0] = range.split(" ").map(Number);
  return [from, to];
}
