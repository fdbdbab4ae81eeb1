/** How large an element is, kept up to date. */
import { type RefObject, useLayoutEffect, useState } from "react";

/** In CSS pixels. */
export interface Box {
  width: number;
  height: number;
}

/** Null before it was measured, which is before anything is painted; `boxOf` never changes. */
export function useBox(
  element: RefObject<HTMLElement | null>,
  boxOf: (element: HTMLElement) => Box,
): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const now = boxOf(measured);
      setBox((box) => (box?.width === now.width && box.height === now.height ? box : now));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element, boxOf]);
  return box;
}
