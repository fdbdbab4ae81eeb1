/** How large an element is, kept up to date. */
import { type RefObject, useLayoutEffect, useState } from "react";

export interface Box {
  width: number;
  height: number;
}

/** Without its padding, in CSS pixels; null before it was measured, which is before anything is painted. */
export function useBox(element: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const measured = element.current;
    if (!measured) return;
    const measure = () => {
      const style = getComputedStyle(measured);
      const width =
        measured.clientWidth - Number.parseFloat(style.paddingLeft) - Number.parseFloat(style.paddingRight);
      const height = measured.clientHeight;
      setBox((box) => (box?.width === width && box.height === height ? box : { width, height }));
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(measured);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
