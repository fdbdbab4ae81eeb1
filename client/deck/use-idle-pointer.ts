/** Tells whether the mouse is being used. */
import { useEffect, useState } from "react";

/** As long as a hand rests on the mouse before the talk goes on, in milliseconds. */
const restMs = 2500;

/** `active` from a move of the mouse until it has rested for a while; fingers do not count. */
export function useIdlePointer(): "active" | "idle" {
  const [isActive, setActive] = useState(false);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const onMove = (event: PointerEvent) => {
      if (event.pointerType !== "mouse") return;
      setActive(true);
      clearTimeout(timer);
      timer = setTimeout(() => setActive(false), restMs);
    };
    window.addEventListener("pointermove", onMove);
    return () => {
      clearTimeout(timer);
      window.removeEventListener("pointermove", onMove);
    };
  }, []);
  return isActive ? "active" : "idle";
}
