/** The bar above a terminal: whose it is, how its lab is, and what can be done with it. */
import type { ReactNode } from "react";
import { useConnection } from "../connection/index.ts";
import { labText } from "./pane-state.ts";
import { ResetLab } from "./reset-lab.tsx";
import styles from "./terminal-pane.module.css";

/** Reset lab is always there; `children` come last. */
export function TerminalBar({ node, children }: { node: string; children?: ReactNode }) {
  const lab = useConnection(labText);
  return (
    <header className={styles.bar}>
      <p className={styles.name}>
        <strong>Terminal: {node}</strong> <span role="status">{lab}</span>
      </p>
      <ResetLab className={styles.tool} />
      {children}
    </header>
  );
}
