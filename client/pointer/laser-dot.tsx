/** The laser's dot and its tail. */
import { useEffect, useRef } from "react";
import { useConnection } from "../connection/index.ts";
import { cutTail, type TailPlace, tailPath } from "./laser-tail.ts";
import styles from "./layer.module.css";
import { type Canvas, onCanvas } from "./stroke-path.ts";
import { usePointing } from "./tool.ts";

const dotRadius = 7;

/** This window's own laser is shown at once, that of others as the server tells it. */
export function LaserDot({ canvas }: { canvas: Canvas }) {
  const seat = useConnection((state) => state.seat);
  const told = useConnection(({ talk }) => talk.laser);
  const isInHand = usePointing(({ tool }) => tool === "laser");
  const own = usePointing((pointing) => pointing.own);
  const isOthers = told !== null && (told.by !== seat || !isInHand);
  const at = own ?? (isOthers ? told.at : null);
  const tail = useRef<TailPlace[]>([]);
  const path = useRef<SVGPathElement>(null);
  const dot = useRef<SVGGElement>(null);

  useEffect(() => {
    if (at) tail.current.push({ at, atMs: performance.now() });
    else tail.current = [];
    let frame = 0;
    const draw = () => {
      tail.current = cutTail(tail.current, performance.now());
      path.current?.setAttribute("d", tailPath(tail.current, canvas, dotRadius));
      if (tail.current.length > 1) frame = requestAnimationFrame(draw);
    };
    draw();
    if (at) dot.current?.setAttribute("transform", `translate(${onCanvas(at, canvas).join(" ")})`);
    return () => cancelAnimationFrame(frame);
  }, [at, canvas]);

  return (
    <svg
      className={styles.laser}
      viewBox={`0 0 ${canvas.width} ${canvas.height}`}
      data-on={at !== null}
      focusable="false"
      aria-hidden="true"
    >
      <radialGradient id="laser-glow">
        <stop offset="30%" stopColor="#ff2212" stopOpacity="0.75" />
        <stop offset="100%" stopColor="#ff2212" stopOpacity="0" />
      </radialGradient>
      <path className={styles.tail} ref={path} />
      <g ref={dot}>
        <circle r={dotRadius * 3} fill="url(#laser-glow)" />
        <circle className={styles.dot} r={dotRadius} />
      </g>
    </svg>
  );
}
