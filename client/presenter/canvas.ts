/** How a slide's canvas is put into a place that is smaller than it. */
import type { DeckHead } from "../../server/protocol.ts";
import type { Box } from "../measure/index.ts";

/** remark's canvases, in units of a slide (theme/slides.css). */
const canvases: Record<DeckHead["ratio"], Box> = {
  "16:9": { width: 1210, height: 681 },
  "4:3": { width: 908, height: 681 },
};
/** Narrower slides lay their text out anew, as for a phone (theme/slides.css): not what the room sees. */
const narrowPx = 600;

export interface Placement extends Box {
  scale: number;
  left: number;
  top: number;
}

/** Null where the slide can fill its place by itself; else its own size, made smaller and put in the middle. */
export function placeCanvas(place: Box, ratio: DeckHead["ratio"], isPicture: boolean): Placement | null {
  if (!isPicture && place.width >= narrowPx) return null;
  const { width, height } = canvases[ratio];
  const scale = Math.min(place.width / width, place.height / height);
  return {
    width,
    height,
    scale,
    left: (place.width - width * scale) / 2,
    top: (place.height - height * scale) / 2,
  };
}
