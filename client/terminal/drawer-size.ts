/** How much of its place the drawer takes, in percent. */

/** Room for a terminal. */
export const smallestPercent = 20;
/** Room for a slide. */
export const largestPercent = 75;
const stepPercent = 4;

/** Keeps room for the slide and for the terminal. */
function clampPercent(percent: number): number {
  return Math.min(Math.max(Math.round(percent * 10) / 10, smallestPercent), largestPercent);
}

/** With the drawer's edge under the pointer, so far from its place's left or top; the drawer lies at the right or bottom. */
export function percentAt(pointerPx: number, placePx: number): number {
  return clampPercent((1 - pointerPx / placePx) * 100);
}

/** After a key on the handle: arrows move it, Home and End take it to its ends; null for other keys. */
export function percentAfterKey(percent: number, key: string): number | null {
  if (key === "ArrowLeft" || key === "ArrowUp") return clampPercent(percent + stepPercent);
  if (key === "ArrowRight" || key === "ArrowDown") return clampPercent(percent - stepPercent);
  if (key === "Home") return largestPercent;
  if (key === "End") return smallestPercent;
  return null;
}
