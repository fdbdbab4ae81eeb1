/** Binds fingers to the deck. */
import { type RefObject, useEffect } from "react";
import { move } from "./drive.ts";
import { focusOf } from "./focus.ts";
import { swipe, type Touch } from "./swipe.ts";

/** One finger swipes; two fingers, a zoomed page and a selection are left alone. */
export function useSwipe(stage: RefObject<HTMLElement | null>): void {
  useEffect(() => {
    const element = stage.current;
    if (!element) return;
    let start: Touch | null = null;
    const onStart = (event: TouchEvent) => {
      const finger = event.touches.length === 1 ? event.touches[0] : undefined;
      const typing = focusOf(event.target instanceof Element ? event.target : null);
      start = finger && typing !== "text" && typing !== "terminal" ? position(finger) : null;
    };
    const onEnd = (event: TouchEvent) => {
      const finger = event.changedTouches[0];
      const isZoomed = (window.visualViewport?.scale ?? 1) > 1.01;
      const hasSelection = (window.getSelection()?.toString() ?? "") !== "";
      const way = start && finger && !isZoomed && !hasSelection ? swipe(start, position(finger)) : null;
      start = null;
      if (way) move(way);
    };
    element.addEventListener("touchstart", onStart, { passive: true });
    element.addEventListener("touchend", onEnd, { passive: true });
    return () => {
      element.removeEventListener("touchstart", onStart);
      element.removeEventListener("touchend", onEnd);
    };
  }, [stage]);
}

function position(finger: { clientX: number; clientY: number }): Touch {
  return { x: finger.clientX, y: finger.clientY };
}
