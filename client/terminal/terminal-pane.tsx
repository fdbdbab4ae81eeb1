/** A terminal with its bar, and what stands in its place when it is not there. */
import { type ReactNode, type Ref, useEffect } from "react";
import type { Purpose } from "../../server/protocol.ts";
import { connectionStore, openTerminal, terminalFor, useConnection } from "../connection/index.ts";
import { LeaseNotice } from "./lease-notice.tsx";
import { Notices } from "./notices.tsx";
import { PaneCover } from "./pane-cover.tsx";
import { TerminalBar } from "./terminal-bar.tsx";
import styles from "./terminal-pane.module.css";
import { type TerminalEntry, TerminalView } from "./terminal-view.tsx";

/** Whose terminal it is, and how it is entered and left. */
export interface TerminalPaneProps {
  purpose: Purpose;
  /** Which of the purpose's terminals; the newest when it is null or gone. */
  wanted?: number | null;
  /** Moves the focus after F6. */
  onLeave(): void;
  entry?: Ref<TerminalEntry>;
  /** More for the bar. */
  children?: ReactNode;
}

/** Opens a lab and a terminal for its purpose when there is none. */
export function TerminalPane({ purpose, wanted = null, onLeave, entry, children }: TerminalPaneProps) {
  const terminal = useConnection((state) => terminalFor(state, purpose, wanted));
  const nodes = useConnection((state) => (state.lab.state === "ready" ? state.lab.nodes : null));
  const node = terminal?.node ?? nodes?.[0] ?? "node1";
  // biome-ignore lint/correctness/useExhaustiveDependencies: a pane keeps its purpose for life
  useEffect(() => {
    const state = connectionStore.getState();
    if (!state.obstacle && !terminalFor(state, purpose)) openTerminal(purpose);
  }, []);
  return (
    <div className={styles.pane}>
      <TerminalBar node={node}>{children}</TerminalBar>
      <Notices />
      <div className={styles.body}>
        <TerminalView
          key={wanted}
          purpose={purpose}
          wanted={wanted}
          terminal={terminal?.terminal ?? null}
          node={node}
          onLeave={onLeave}
          {...(entry ? { entry } : {})}
        />
        <LeaseNotice />
        <PaneCover purpose={purpose} wanted={wanted} />
      </div>
    </div>
  );
}
