/** The line between two panes: dragged, or moved with the arrow keys. */
import type { KeyboardEvent, PointerEvent } from "react";
import { limitsPercent, type PaneSizes, paneAfterKey, setPane, usePaneSizes } from "./pane-sizes.ts";
import styles from "./panes.module.css";

/** A separator with a value, as ARIA has it for window splitters. */
export function PaneHandle({ pane, label }: { pane: keyof PaneSizes; label: string }) {
  const percent = usePaneSizes((sizes) => sizes[pane]);
  const [smallest, largest] = limitsPercent[pane];
  const onKeyDown = (event: KeyboardEvent) => {
    const next = paneAfterKey(pane, percent, event.key);
    if (next === null) return;
    event.preventDefault();
    setPane(pane, next);
  };
  const onPointerMove = (event: PointerEvent<HTMLElement>) => {
    const panes = event.currentTarget.closest(`.${styles.panes}`)?.getBoundingClientRect();
    if (!panes || !event.currentTarget.hasPointerCapture(event.pointerId)) return;
    const part =
      pane === "across"
        ? (event.clientX - panes.left) / panes.width
        : (event.clientY - panes.top) / panes.height;
    setPane(pane, part * 100);
  };
  return (
    // biome-ignore lint/a11y/useSemanticElements: a separator that is moved is no <hr>
    <div
      className={styles.handle}
      role="separator"
      tabIndex={0}
      aria-label={label}
      aria-orientation={pane === "across" ? "vertical" : "horizontal"}
      aria-valuenow={Math.round(percent)}
      aria-valuemin={smallest}
      aria-valuemax={largest}
      onKeyDown={onKeyDown}
      onPointerDown={(event) => event.currentTarget.setPointerCapture(event.pointerId)}
      onPointerMove={onPointerMove}
    />
  );
}
