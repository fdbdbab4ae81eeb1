/** A place over the slide's lower edge that is neither scaled nor mirrored with it. */
import { type ReactNode, type RefObject, useLayoutEffect, useState } from "react";
import { createPortal } from "react-dom";
import styles from "./layer.module.css";

/** `frame` lies where the slide is. */
interface BelowSlideProps {
  frame: RefObject<HTMLElement | null>;
  children: ReactNode;
}

/** Follows the slide when its box changes; where that is not shown it is the window's lower edge. */
export function BelowSlide({ frame, children }: BelowSlideProps) {
  const [place, setPlace] = useState({ left: 0, top: 0 });
  useLayoutEffect(() => {
    const slide = frame.current;
    const measure = () => {
      const { left, width, bottom } = slide?.getBoundingClientRect() ?? new DOMRect();
      setPlace(
        width > 0 ? { left: left + width / 2, top: bottom } : { left: innerWidth / 2, top: innerHeight },
      );
    };
    measure();
    const observer = new ResizeObserver(measure);
    for (const each of [slide, document.documentElement]) if (each) observer.observe(each);
    return () => observer.disconnect();
  }, [frame]);
  return createPortal(
    <div className={styles.below} style={place}>
      {children}
    </div>,
    document.body,
  );
}
