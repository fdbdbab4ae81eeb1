/** What a tool does with the pointer over a slide. */
import type { Point } from "../../server/protocol.ts";
import { beginStroke, endStroke, extendStroke, tellStrokes } from "./own-strokes.ts";
import { isNear, pointAt } from "./point-at.ts";
import { newStrokeId, pointLaser } from "./tool.ts";

/** What is needed of a PointerEvent. */
export interface Press {
  clientX: number;
  clientY: number;
  isPrimary: boolean;
  button: number;
  pointerType: string;
  /** The moves that the browser put together in this one. */
  getCoalescedEvents?(): readonly { clientX: number; clientY: number }[];
}

export interface Hand {
  down(press: Press): void;
  move(press: Press): void;
  /** The pointer is up, gone from the slide, or taken away by the browser. */
  up(press: Press): void;
  /** A frame is drawn: what came since the last one is said. */
  frame(nowMs: number): void;
  /** The tool is put away. */
  drop(): void;
}

/** Where the slide is in the window, now; null where it is laid out anew for a narrow one, so that its points mean nothing to others. */
type Place = () => { box: DOMRect; isMirrored: boolean } | null;

/** Others see no more of it, in ms between two words. */
const laserEveryMs = 15;
/** The laser may point a little beside the slide, as a part of its size. */
const laserMargin = 0.4;

/** A mouse points all the time, a finger or pen while it touches. */
export function laserHand(place: Place, point: (at: Point | null) => void = pointLaser): Hand {
  let coming: Point | null | undefined;
  let saidAtMs = Number.NEGATIVE_INFINITY;
  const off = () => {
    coming = undefined;
    point(null);
  };
  const follow = (press: Press) => {
    const slide = place();
    if (slide && press.isPrimary) coming = pointAt(press, slide.box, { ...slide, margin: laserMargin });
  };
  return {
    down: follow,
    move: follow,
    up: (press) => press.isPrimary && off(),
    frame: (nowMs) => {
      if (coming === undefined || nowMs - saidAtMs < laserEveryMs) return;
      saidAtMs = nowMs;
      point(coming);
      coming = undefined;
    },
    drop: off,
  };
}

/** Draws from the first touch to the last; a second finger draws nothing. */
export function inkHand(place: Place, slide: () => number): Hand {
  let stroke: string | null = null;
  let last: Point = [0, 0];
  const end = () => {
    if (stroke !== null) endStroke(stroke);
    stroke = null;
  };
  const at = (press: { clientX: number; clientY: number }): Point => {
    const slide = place();
    return slide ? pointAt(press, slide.box, slide) : last;
  };
  return {
    down: (press) => {
      if (!press.isPrimary || press.button !== 0 || !place()) return;
      end();
      stroke = newStrokeId();
      last = at(press);
      beginStroke(slide(), stroke, last);
    },
    move: (press) => {
      if (stroke === null || !press.isPrimary) return;
      const moves = press.getCoalescedEvents?.() ?? [];
      const points: Point[] = [];
      for (const each of moves.length > 0 ? moves : [press]) {
        const next = at(each);
        if (isNear(last, next)) continue;
        last = next;
        points.push(next);
      }
      if (points.length > 0) extendStroke(stroke, points);
    },
    up: (press) => press.isPrimary && end(),
    frame: () => tellStrokes(),
    drop: end,
  };
}
