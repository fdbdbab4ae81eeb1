/** The panes side by side with handles between them, or one below the other where there is no room. */
import type { CSSProperties, ReactNode } from "react";
import { PaneHandle } from "./pane-handle.tsx";
import { usePaneSizes } from "./pane-sizes.ts";
import styles from "./panes.module.css";

interface PanesProps {
  current: ReactNode;
  next: ReactNode;
  notes: ReactNode;
}

/** One tree for every window, so that a terminal in it lives through a change of the window's size. */
export function Panes({ current, next, notes }: PanesProps) {
  const { across, along } = usePaneSizes();
  return (
    <div
      className={styles.panes}
      style={{ "--across": `${across}%`, "--along": `${along}%` } as CSSProperties}
    >
      {current}
      {next}
      {notes}
      <section className={styles.handles} aria-label="Sizes of the panes">
        <PaneHandle pane="across" label="Size of the current slide" />
        <PaneHandle pane="along" label="Size of the next slide" />
      </section>
    </div>
  );
}
