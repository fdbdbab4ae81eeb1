/** The notes of a slide that is shown piece by piece. */
import type { SlideNode } from "../../server/protocol.ts";

/** In their order, without empty ones and without those that a later step has taken over. */
export function notesOfSteps(steps: readonly SlideNode[][]): SlideNode[][] {
  const written = steps.map((notes) => JSON.stringify(notes).slice(1, -1));
  return steps.filter((notes, at) => {
    const own = written[at] ?? "";
    return notes.length > 0 && !written.some((other, later) => later > at && other.startsWith(own));
  });
}
