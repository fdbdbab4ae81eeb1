/** Whether there is room for a terminal at the side; where there is none it lies above or below. */
import { useSyncExternalStore } from "react";

/** The style sheets say the same. */
const query = "(min-width: 760px) and (min-aspect-ratio: 1/1)";

const media = matchMedia(query);

function subscribe(changed: () => void): () => void {
  media.addEventListener("change", changed);
  return () => media.removeEventListener("change", changed);
}

/** Kept up to date while the window changes. */
export function useWideWindow(): boolean {
  return useSyncExternalStore(subscribe, () => media.matches);
}
