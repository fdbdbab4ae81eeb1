/** The time, told often enough that no second is skipped on the screen. */
import { useSyncExternalStore } from "react";

const everyMs = 250;

function subscribe(tick: () => void): () => void {
  const timer = setInterval(tick, everyMs);
  return () => clearInterval(timer);
}

/** `read`: what is shown of the time; the component is drawn again only when that changes. */
export function useNow<T extends string | number | boolean>(read: () => T): T {
  return useSyncExternalStore(subscribe, read);
}
