/** The line that a hand meant, through the points that its pen gave. */
import type { Point } from "../../server/protocol.ts";

/** A canvas's size, in the units of its drawing. */
export interface Canvas {
  width: number;
  height: number;
}

/** remark's canvases (client/theme/slides.css). */
export const canvases: Record<"16:9" | "4:3", Canvas> = {
  "16:9": { width: 1210, height: 681 },
  "4:3": { width: 908, height: 681 },
};

/** An SVG path: curves from the middle of each piece to the middle of the next; a single point is a dot. */
export function strokePath(points: readonly Point[], canvas: Canvas): string {
  const places = points.map((point) => onCanvas(point, canvas));
  const [first, ...rest] = places;
  if (!first) return "";
  if (rest.length === 0) return `M${text(first)}h.1`;
  const curves = rest.slice(0, -1).map((place, index) => {
    const next = rest[index + 1] ?? place;
    return `Q${text(place)} ${text(middle(place, next))}`;
  });
  return `M${text(first)}${curves.join("")}L${text(rest.at(-1) ?? first)}`;
}

/** Where a point is in the drawing's units. */
export function onCanvas([x, y]: Point, { width, height }: Canvas): Point {
  return [x * width, y * height];
}

function middle([x1, y1]: Point, [x2, y2]: Point): Point {
  return [(x1 + x2) / 2, (y1 + y2) / 2];
}

/** A tenth of a unit is finer than any screen shows. */
function text([x, y]: Point): string {
  return `${Math.round(x * 10) / 10} ${Math.round(y * 10) / 10}`;
}
