/** The line along the bottom that grows with the talk. */
import type { CSSProperties } from "react";
import styles from "./progress.module.css";

/** Drawn only: the slide's name already tells the place in words. */
export function Progress({ index, count }: { index: number; count: number }) {
  const part = count > 1 ? (index - 1) / (count - 1) : 1;
  return (
    <div className={styles.line} aria-hidden="true">
      <div className={styles.done} style={{ "--part": part } as CSSProperties} />
    </div>
  );
}
