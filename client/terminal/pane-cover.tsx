/** Lies over a terminal's screen while there is no shell on it. */
import type { Purpose } from "../../server/protocol.ts";
import { openTerminal, reconnect, terminalFor, useConnection } from "../connection/index.ts";
import { type PaneAction, type PaneState, paneState } from "./pane-state.ts";
import { sentence } from "./sentence.ts";
import styles from "./terminal-pane.module.css";

/** Nothing while the terminal is live. */
export function PaneCover({ purpose, wanted }: { purpose: Purpose; wanted: number | null }) {
  const terminal = useConnection((state) => terminalFor(state, purpose, wanted));
  const link = useConnection((state) => state.link);
  const refusal = useConnection((state) => state.refusal);
  const obstacle = useConnection((state) => state.obstacle);
  const lab = useConnection((state) => state.lab);
  const state = paneState({ link, refusal, obstacle, lab }, terminal);
  if (state.kind === "live") return null;
  return (
    <div className={styles.cover} data-kind={state.kind} role={state.kind === "wait" ? "status" : "alert"}>
      <p>{sentence(state.text)}</p>
      {state.kind === "wait" ? null : <p className={styles.remedy}>{sentence(state.remedy)}</p>}
      <CoverButton state={state} purpose={purpose} />
    </div>
  );
}

const names: Record<Exclude<PaneAction, null>, string> = {
  reconnect: "Try again",
  retry: "Try again",
  open: "Open a shell",
  renew: "Start a fresh lab",
};

function CoverButton({ state, purpose }: { state: PaneState; purpose: Purpose }) {
  if (state.kind === "live" || state.action === null) return null;
  const { action } = state;
  const act = () => (action === "reconnect" ? reconnect() : openTerminal(purpose));
  return (
    <button type="button" onClick={act}>
      {names[action]}
    </button>
  );
}
