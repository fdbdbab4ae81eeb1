/** The drawer, drawn out: the slides' shells beside the slide. */
import { useEffect, useLayoutEffect, useRef } from "react";
import { terminalsFor, useConnection } from "../connection/index.ts";
import styles from "./drawer.module.css";
import { DrawerHandle } from "./drawer-handle.tsx";
import { closeDrawer, showShell, useDrawer } from "./drawer-store.ts";
import { useTerminalSettings } from "./settings.ts";
import { TerminalPane } from "./terminal-pane.tsx";
import type { TerminalEntry } from "./terminal-view.tsx";
import { useWideWindow } from "./wide-window.ts";

const purpose = { kind: "slides" } as const;
/** The slide's place is made narrower by what the drawer takes; see the style sheet. */
const sizeProperty = "--drawer-percent";

/** Fetched with the first opening. */
export function DrawerPanel() {
  const isWide = useWideWindow();
  const percent = useTerminalSettings((settings) => settings.drawerPercent);
  const shell = useDrawer((drawer) => drawer.shell);
  const takesFocus = useDrawer((drawer) => drawer.takesFocus);
  const entry = useRef<TerminalEntry>(null);
  useLayoutEffect(() => {
    document.documentElement.style.setProperty(sizeProperty, String(percent));
    return () => void document.documentElement.style.removeProperty(sizeProperty);
  }, [percent]);
  useEffect(() => {
    if (takesFocus) entry.current?.focus();
  }, [takesFocus]);
  return (
    <aside className={styles.drawer} aria-label="Terminal beside the slides">
      <DrawerHandle isWide={isWide} />
      <TerminalPane purpose={purpose} wanted={shell} entry={entry} onLeave={() => {}}>
        <Shells />
        <button type="button" className={styles.close} aria-label="Close the terminal" onClick={closeDrawer}>
          ×
        </button>
      </TerminalPane>
    </aside>
  );
}

/** One button a shell, once there are several: a block that is run while the others are busy opens another. */
function Shells() {
  const terminals = useConnection((state) => state.terminals);
  const chosen = useDrawer((drawer) => drawer.shell);
  const all = terminalsFor({ terminals }, purpose);
  if (all.length < 2) return null;
  const shown = all.find(({ terminal }) => terminal === chosen) ?? all.at(-1);
  return (
    <fieldset className={styles.shells} aria-label="Shells">
      {all.map((each, index) => (
        <button
          key={each.terminal}
          type="button"
          aria-label={`Shell ${index + 1}`}
          aria-pressed={each === shown}
          onClick={() => showShell(each.terminal)}
        >
          {index + 1}
        </button>
      ))}
    </fieldset>
  );
}
