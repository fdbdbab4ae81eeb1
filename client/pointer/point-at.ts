/** Between the window's pixels and a slide's fractions. */
import type { Point } from "../../server/protocol.ts";

/** A box in CSS pixels of the window. */
type Box = Pick<DOMRect, "left" | "top" | "width" | "height">;

/** Finer than a pixel on a wall of screens, and short in a message. */
const steps = 10_000;

/** Where a place of the window is on the slide that fills `box`; no further out than `margin` of its size. */
export function pointAt(
  place: { clientX: number; clientY: number },
  box: Box,
  { isMirrored = false, margin = 0 } = {},
): Point {
  const across = (place.clientX - box.left) / box.width;
  const along = (place.clientY - box.top) / box.height;
  return [fraction(isMirrored ? 1 - across : across, margin), fraction(along, margin)];
}

/** Whether the pen has moved so little that it shows nothing new; `least`: a part of the slide's size. */
export function isNear([x1, y1]: Point, [x2, y2]: Point, least = 0.0012): boolean {
  return Math.hypot(x1 - x2, y1 - y2) < least;
}

function fraction(value: number, margin: number): number {
  const inside = Math.min(1 + margin, Math.max(0 - margin, Number.isFinite(value) ? value : 0));
  return Math.round(inside * steps) / steps;
}
