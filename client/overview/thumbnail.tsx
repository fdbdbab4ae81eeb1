/** A slide made small: a picture that nobody can press or hear. */
import { type CSSProperties, memo, useEffect, useState } from "react";
import { flushSync } from "react-dom";
import { useDeck, useSlide } from "../app/index.ts";
import { Slide } from "../slide/index.ts";
import { canvas } from "./canvas.ts";
import { DrawQueue } from "./draw-queue.ts";
import styles from "./thumbnail.module.css";

const queue = new DrawQueue();

/** Empty until the slide is there and its turn to be drawn has come. */
export const Thumbnail = memo(function Thumbnail({ slide: index, width }: { slide: number; width: number }) {
  const { ratio } = useDeck();
  const slide = useSlide(index);
  const [isDrawn, setDrawn] = useState(false);
  const isThere = slide !== null;
  useEffect(() => {
    if (isThere) return queue.add(() => flushSync(() => setDrawn(true)));
  }, [isThere]);
  const size = canvas[ratio];
  const style = { ...size, "--scale": width / size.width } as CSSProperties;
  return (
    <span className={styles.thumbnail} inert aria-hidden="true">
      {slide && isDrawn ? (
        <div className={`stage ${styles.canvas}`} data-ratio={ratio} style={style}>
          <Slide slide={slide} label="" />
        </div>
      ) : null}
    </span>
  );
});
