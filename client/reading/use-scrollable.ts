/** Lets the keyboard reach what is too wide for the text and scrolls on its own. */
import { type RefObject, useEffect } from "react";

/** Watches the text's width; `content` tells when there is another one. */
export function useScrollable(text: RefObject<HTMLElement | null>, content: unknown): void {
  useEffect(() => {
    const element = text.current;
    if (!element || !content) return;
    const observer = new ResizeObserver(() => {
      for (const each of element.querySelectorAll<HTMLElement>("pre, table")) {
        if (each.scrollWidth > each.clientWidth + 1) each.tabIndex = 0;
        else each.removeAttribute("tabindex");
      }
    });
    observer.observe(element);
    return () => observer.disconnect();
  }, [text, content]);
}
