/** Which way a finger moved across the slide, if it was a swipe. */

export interface Touch {
  x: number;
  y: number;
}

/** Shorter than this is a tap or an unsteady finger, in CSS pixels. */
const shortestPx = 48;

/** Leftwards is on, rightwards is back; null for scrolling up and down and for short moves. */
export function swipe(start: Touch, end: Touch): "next" | "previous" | null {
  const across = end.x - start.x;
  const along = Math.abs(end.y - start.y);
  if (Math.abs(across) < shortestPx || Math.abs(across) < along * 1.5) return null;
  return across < 0 ? "next" : "previous";
}
