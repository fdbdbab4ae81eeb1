/** Makes sheets as wide as a window that is narrower than they are; on paper they have their own size. */
import { useEffect, useState } from "react";

/** Beside the sheets, in CSS pixels. */
const margin = 24;

/** How much smaller sheets of this width are shown. */
export function useZoom(sheetWidth: number, view: Window = window): number {
  const [width, setWidth] = useState(view.document.documentElement.clientWidth);
  useEffect(() => {
    const measure = () => setWidth(view.document.documentElement.clientWidth);
    view.addEventListener("resize", measure);
    return () => view.removeEventListener("resize", measure);
  }, [view]);
  return Math.min(1, Math.round(((width - 2 * margin) / sheetWidth) * 100) / 100);
}
