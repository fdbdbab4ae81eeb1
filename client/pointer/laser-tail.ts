/** The short tail that the laser's dot draws behind it, so that eyes find it. */
import type { Point } from "../../server/protocol.ts";
import { type Canvas, onCanvas } from "./stroke-path.ts";

/** Where the dot was, and when, by `performance.now()`. */
export interface TailPlace {
  at: Point;
  atMs: number;
}

/** As long as the eye holds on to a light, in ms. */
const tailMs = 160;

/** Leaves out what is too old; the newest place stays. */
export function cutTail(tail: readonly TailPlace[], nowMs: number): TailPlace[] {
  return tail.filter((place, index) => index === tail.length - 1 || nowMs - place.atMs < tailMs);
}

/** An SVG path: nothing at the oldest place, as wide as the dot at the newest; "" for a dot that stands still. */
export function tailPath(tail: readonly TailPlace[], canvas: Canvas, dotRadius: number): string {
  const places = tail.map(({ at }) => onCanvas(at, canvas));
  const edges = places.map((place, index) => {
    const [dx, dy] = direction(places[index - 1] ?? place, places[index + 1] ?? place);
    const half = (dotRadius * index) / Math.max(1, places.length - 1);
    return { place, across: [-dy * half, dx * half] as const };
  });
  if (new Set(places.map(String)).size < 2) return "";
  const left = edges.map(({ place: [x, y], across: [dx, dy] }) => `${short(x + dx)} ${short(y + dy)}`);
  const right = edges.map(({ place: [x, y], across: [dx, dy] }) => `${short(x - dx)} ${short(y - dy)}`);
  return `M${[...left, ...right.reverse()].join("L")}Z`;
}

function direction([x1, y1]: Point, [x2, y2]: Point): Point {
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  return [(x2 - x1) / length, (y2 - y1) / length];
}

function short(value: number): number {
  return Math.round(value * 10) / 10;
}
