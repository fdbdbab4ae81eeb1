/** The line between two panes: dragged, or moved with the arrow keys. */
import { Splitter } from "../splitter/index.ts";
import { limitsPercent, type PaneSizes, paneAfterKey, setPane, usePaneSizes } from "./pane-sizes.ts";
import styles from "./panes.module.css";

/** It shares out what holds all panes. */
export function PaneHandle({ pane, label }: { pane: keyof PaneSizes; label: string }) {
  const percent = usePaneSizes((sizes) => sizes[pane]);
  const [smallest, largest] = limitsPercent[pane];
  return (
    <Splitter
      label={label}
      className={styles.handle}
      isAcross={pane === "across"}
      percent={percent}
      smallest={smallest}
      largest={largest}
      afterKey={(key) => paneAfterKey(pane, percent, key)}
      at={(handle, { x, y }) => {
        const panes = handle.closest(`.${styles.panes}`)?.getBoundingClientRect();
        if (!panes) return null;
        const part = pane === "across" ? (x - panes.left) / panes.width : (y - panes.top) / panes.height;
        return part * 100;
      }}
      onChange={(next) => setPane(pane, next)}
    />
  );
}
