/** The line above a demo: where we are in it, and the way back. */
import type { CSSProperties } from "react";
import type { Demo } from "../../server/protocol.ts";
import { useProgress } from "../play/index.ts";
import styles from "./demo-header.module.css";

interface DemoHeaderProps {
  demo: Demo;
  onClose(): void;
}

/** Title, act, and how many steps were played. */
export function DemoHeader({ demo, onClose }: DemoHeaderProps) {
  const { played, rows, act } = useProgress(demo);
  const where = played === 0 ? `${rows.length} steps` : `Step ${played} of ${rows.length}`;
  return (
    <header className={styles.header}>
      <button type="button" className={styles.back} onClick={onClose} aria-label="Back to slides">
        <span aria-hidden="true">←</span> <span className={styles.backText}>Slides</span>
      </button>
      <div className={styles.titles}>
        <h1>{demo.title}</h1>
        <p>{act}</p>
      </div>
      <p className={styles.where}>{rows.length > 0 ? where : null}</p>
      <div
        className={styles.line}
        style={{ "--part": rows.length > 0 ? played / rows.length : 0 } as CSSProperties}
      />
    </header>
  );
}
