/** The tool in this window's hand: the laser pointer, the pen, or none. */
import { create } from "zustand";
import type { Point, Stroke } from "../../server/protocol.ts";
import { connectionStore, say } from "../connection/index.ts";
import { drawInParts } from "./draw-in-parts.ts";

export type Tool = "laser" | "ink";

export interface Pointing {
  tool: Tool | null;
  /** Where this window's own laser points; it does not wait for the server's word. */
  own: Point | null;
  /** What was cleared a moment ago and can be had back. */
  cleared: { slide: number; strokes: readonly Stroke[] } | null;
}

/** The state of this window; what the others see is the connection's. */
export const usePointing = create<Pointing>(() => ({ tool: null, own: null, cleared: null }));

/** As long as one thinks "no, not that", in ms. */
const undoForMs = 5000;
let forget: ReturnType<typeof setTimeout> | undefined;

/** Takes the tool into the hand or puts it away; false for those who only follow. */
export function toggleTool(tool: Tool): boolean {
  if (!mayPoint()) return false;
  const isOn = usePointing.getState().tool === tool;
  leaveTool();
  if (!isOn) usePointing.setState({ tool });
  return true;
}

/** Puts the tool away; false when there was none. */
export function leaveTool(): boolean {
  const { tool } = usePointing.getState();
  pointLaser(null);
  usePointing.setState({ tool: null });
  return tool !== null;
}

/** The laser points there, or nowhere. */
export function pointLaser(at: Point | null): void {
  if (at === usePointing.getState().own) return;
  usePointing.setState({ own: at });
  say({ type: "laser", at });
}

/** Takes the newest stroke off the slide, or all of them, or brings back what was cleared just now; false when there is nothing to take. */
export function erase(slide: number, all: boolean): boolean {
  if (!mayPoint()) return false;
  const { cleared } = usePointing.getState();
  if (!all && cleared?.slide === slide) {
    restoreCleared();
    return true;
  }
  const strokes = connectionStore.getState().talk.drawings[slide] ?? [];
  if (strokes.length === 0 || !say({ type: "erase", slide, all })) return false;
  if (all) keepCleared({ slide, strokes });
  return true;
}

/** Draws again what was cleared last. */
export function restoreCleared(): void {
  const { cleared } = usePointing.getState();
  keepCleared(null);
  for (const { points } of cleared?.strokes ?? []) drawInParts(cleared?.slide ?? 1, newStrokeId(), points);
}

/** Unlike those of all windows of this seat before it. */
export const newStrokeId = (random: () => number = Math.random): string => random().toString(36).slice(2, 12);

function keepCleared(cleared: Pointing["cleared"]): void {
  clearTimeout(forget);
  usePointing.setState({ cleared });
  if (cleared) forget = setTimeout(() => usePointing.setState({ cleared: null }), undoForMs);
}

/** Before the server has said who this is, a window counts as the presenter's. */
function mayPoint(): boolean {
  const { role } = connectionStore.getState();
  return role === "presenter" || role === null;
}
