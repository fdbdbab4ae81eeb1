/** The strokes on a slide. */
import { memo } from "react";
import type { Stroke } from "../../server/protocol.ts";
import { useConnection } from "../connection/index.ts";
import styles from "./layer.module.css";
import { allStrokes, useOwnStrokes } from "./own-strokes.ts";
import { type Canvas, strokePath } from "./stroke-path.ts";

const none: readonly Stroke[] = [];

/** Each stroke over its halo, so that it reads on any background; all halos lie below all strokes. */
export function Drawing({ slide, canvas }: { slide: number; canvas: Canvas }) {
  const told = useConnection(({ talk }) => talk.drawings[slide]) ?? none;
  const own = useOwnStrokes(({ strokes }) => strokes);
  const strokes = allStrokes(told, own, slide);
  if (strokes.length === 0) return null;
  return (
    <svg
      className={styles.drawing}
      viewBox={`0 0 ${canvas.width} ${canvas.height}`}
      focusable="false"
      aria-hidden="true"
    >
      {["halo", "ink"].map((part) => (
        <g key={part} className={styles[part]}>
          {strokes.map(({ id, points }) => (
            <StrokePath key={id} points={points} canvas={canvas} />
          ))}
        </g>
      ))}
    </svg>
  );
}

const StrokePath = memo(function StrokePath({
  points,
  canvas,
}: {
  points: Stroke["points"];
  canvas: Canvas;
}) {
  return <path d={strokePath(points, canvas)} />;
});
