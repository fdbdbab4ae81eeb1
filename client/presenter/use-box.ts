/** The size of an element, kept up to date. */
import { type RefObject, useLayoutEffect, useState } from "react";

/** In whole CSS pixels. */
export interface Box {
  width: number;
  height: number;
}

/** Null before the first look. */
export function useBox(element: RefObject<HTMLElement | null>): Box | null {
  const [box, setBox] = useState<Box | null>(null);
  useLayoutEffect(() => {
    const host = element.current;
    if (!host) return;
    const measure = () => {
      const { width, height } = host.getBoundingClientRect();
      setBox({ width: Math.floor(width), height: Math.floor(height) });
    };
    measure();
    const observer = new ResizeObserver(measure);
    observer.observe(host);
    return () => observer.disconnect();
  }, [element]);
  return box;
}
