/** The button on a slide that opens a demo. */
import { type ReactNode, useEffect, useId } from "react";
import { currentAddress, goTo } from "../app/index.ts";
import { connectionStore, openTerminal } from "../connection/index.ts";
import { prefetchDemo } from "./prefetch.ts";
import styles from "./run-demo.module.css";

/** As the compiled deck has them. */
export interface RunDemoProps {
  /** The script's name, without its folder and ending. */
  demo: string;
  title: string;
  /** There is no such script yet. */
  missing: boolean;
  /** The link's own text. */
  children?: ReactNode;
}

/** Opens the demo at the slide's own address; the lab begins to start with the click. */
export function RunDemo({ demo, missing, children }: RunDemoProps) {
  const id = useId();
  useEffect(() => (missing ? undefined : prefetchDemo(demo)), [demo, missing]);
  if (missing) {
    return (
      <span className={styles.missing}>
        {children} is not there yet: <code>demos/{demo}.sh</code>
      </span>
    );
  }
  const open = () => {
    if (!connectionStore.getState().obstacle) openTerminal({ kind: "demo", demo });
    goTo({ slide: currentAddress().slide, demo });
  };
  return (
    <span className={styles.place}>
      <button
        type="button"
        className={styles.button}
        aria-label="Run demo"
        aria-describedby={id}
        onClick={open}
      >
        Run demo
      </button>
      <span className={styles.name} id={id}>
        {children}
      </span>
    </span>
  );
}
