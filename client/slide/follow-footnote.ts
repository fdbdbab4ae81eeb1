/** A footnote's link leads within its slide: the address, and the talk with it, stay where they are. */
import type { MouseEvent } from "react";

/** For the clicks in a slide; `block` is where in the window the footnote, or the word that it is of, comes to stand. */
export function followFootnote(event: MouseEvent, block: ScrollLogicalPosition = "nearest"): void {
  const link = (event.target as Element).closest("a[data-footnote-ref], a[data-footnote-backref]");
  const id = link?.getAttribute("href")?.slice(1);
  if (!id || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const target = event.currentTarget.querySelector<HTMLElement>(
    `[id="${CSS.escape(decodeURIComponent(id))}"]`,
  );
  if (!target) return;
  if (target.tabIndex < 0) target.tabIndex = -1;
  target.focus({ preventScroll: true });
  target.scrollIntoView({ block });
}
