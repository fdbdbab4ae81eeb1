/** Drawings, the laser's dot, and the tool in this window's hand. */
import { useEffect, useRef } from "react";
import { useDeck } from "../app/index.ts";
import { useConnection } from "../connection/index.ts";
import { Badge } from "./badge.tsx";
import { BelowSlide } from "./below-slide.tsx";
import { ClearedToast } from "./cleared-toast.tsx";
import { Drawing } from "./drawing.tsx";
import { LaserDot } from "./laser-dot.tsx";
import styles from "./layer.module.css";
import { tellStrokes } from "./own-strokes.ts";
import { canvases } from "./stroke-path.ts";
import { Surface } from "./surface.tsx";
import { usePointing } from "./tool.ts";

/** As large as the slide, whatever it lies in. */
export function Layer({ slide }: { slide: number }) {
  const frame = useRef<HTMLDivElement>(null);
  const canvas = canvases[useDeck().ratio];
  const tool = usePointing((pointing) => pointing.tool);
  const isCleared = usePointing(({ cleared }) => cleared?.slide === slide);
  const isOpen = useConnection(({ link }) => link === "open");
  useEffect(() => {
    if (isOpen) tellStrokes();
  }, [isOpen]);
  return (
    <>
      <div className={styles.layer} ref={frame} aria-hidden="true">
        <Drawing slide={slide} canvas={canvas} />
        <LaserDot canvas={canvas} />
      </div>
      {tool ? <Surface key={tool} tool={tool} slide={slide} frame={frame} /> : null}
      {tool || isCleared ? (
        <BelowSlide frame={frame}>
          {isCleared ? <ClearedToast /> : null}
          {tool ? <Badge tool={tool} slide={slide} /> : null}
        </BelowSlide>
      ) : null}
    </>
  );
}
