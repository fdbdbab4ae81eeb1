/** The contents where there is no room beside the text: a drawer over it. */
import { Drawing, drawings } from "../button/index.ts";
import { Sheet } from "../sheet/index.ts";
import { Contents } from "./contents.tsx";
import styles from "./contents-drawer.module.css";
import type { ContentsEntry } from "./sections.ts";
import { show } from "./store.ts";

interface ContentsDrawerProps {
  contents: readonly ContentsEntry[];
  onVisit(section: number): void;
}

/** Closes with a choice, with Escape, and with a tap beside it. */
export function ContentsDrawer({ contents, onVisit }: ContentsDrawerProps) {
  return (
    <Sheet
      className={styles.drawer}
      aria-label="Contents"
      closedby="any"
      onOpen={(drawer) => drawer.querySelector<HTMLElement>("[aria-current]")?.focus()}
      onClose={() => show(null)}
    >
      <header className={styles.header}>
        <h2>Contents</h2>
        <button type="button" aria-label="Close" onClick={() => show(null)}>
          <Drawing path={drawings.close} />
        </button>
      </header>
      <nav className={styles.list} aria-label="Contents">
        <Contents contents={contents} onVisit={onVisit} />
      </nav>
    </Sheet>
  );
}
