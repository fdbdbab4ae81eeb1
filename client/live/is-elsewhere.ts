/** Whether a window that was opened at a place is to take the talk there. */
import type { Place } from "../../server/protocol.ts";

/** A copy of a window is at the talk's slide, but knows nothing of the clicks taken on it. */
export function isElsewhere(here: Place, talk: Place | null): boolean {
  return here.slide !== talk?.slide || here.demo !== talk.demo;
}
