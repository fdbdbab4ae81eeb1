/** Lets the notes scroll by their own keys while they have the focus; all other keys drive the talk. */
import { type RefObject, useEffect } from "react";

const scrollKeys = ["ArrowUp", "ArrowDown", "Home", "End"];

/** To be used before the deck's keys, which otherwise take these; notes that are seen as a whole need none. */
export function useNotesKeys(scroller: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const onKeyDown = (event: KeyboardEvent) => {
      const notes = scroller.current;
      if (!notes || event.target !== notes || notes.scrollHeight <= notes.clientHeight) return;
      if (scrollKeys.includes(event.key)) event.stopImmediatePropagation();
    };
    window.addEventListener("keydown", onKeyDown, { capture: true });
    return () => window.removeEventListener("keydown", onKeyDown, { capture: true });
  }, [scroller]);
}
