/** A stage for a slide that looks as it does in the room, however small its place is. */
import { type CSSProperties, type ReactNode, useRef } from "react";
import { useDeck } from "../app/index.ts";
import { type Box, useBox } from "../measure/index.ts";
import { placeCanvas } from "./canvas.ts";
import styles from "./scaled-stage.module.css";

/** `isPicture`: always at its own size, made smaller. */
export function ScaledStage({ isPicture = false, children }: { isPicture?: boolean; children: ReactNode }) {
  const host = useRef<HTMLDivElement>(null);
  const box = useBox(host, wholePixelsOf);
  const { ratio } = useDeck();
  const placement = box && placeCanvas(box, ratio, isPicture);
  const style: (CSSProperties & { "--scale": number }) | undefined = placement
    ? {
        width: placement.width,
        height: placement.height,
        transform: `translate(${placement.left}px, ${placement.top}px) scale(${placement.scale})`,
        "--scale": placement.scale,
      }
    : undefined;
  return (
    <div className={styles.host} ref={host}>
      {box && box.width > 0 ? (
        <div className={`stage ${styles.stage}`} data-ratio={ratio} style={style}>
          {children}
        </div>
      ) : null}
    </div>
  );
}

function wholePixelsOf(host: HTMLElement): Box {
  const { width, height } = host.getBoundingClientRect();
  return { width: Math.floor(width), height: Math.floor(height) };
}
