/** The contents where there is no room beside the text: a drawer over it. */
import { useLayoutEffect, useRef } from "react";
import { Contents } from "./contents.tsx";
import styles from "./contents-drawer.module.css";
import { Icon } from "./icon.tsx";
import type { ContentsEntry } from "./sections.ts";
import { show } from "./store.ts";

interface ContentsDrawerProps {
  contents: readonly ContentsEntry[];
  onVisit(section: number): void;
}

/** Closes with a choice, with Escape, and with a tap beside it. */
export function ContentsDrawer({ contents, onVisit }: ContentsDrawerProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    element?.querySelector<HTMLElement>("[aria-current]")?.focus();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.drawer}
      aria-label="Contents"
      closedby="any"
      onCancel={(event) => {
        event.preventDefault();
        show(null);
      }}
    >
      <header className={styles.header}>
        <h2>Contents</h2>
        <button type="button" aria-label="Close" onClick={() => show(null)}>
          <Icon name="close" />
        </button>
      </header>
      <nav className={styles.list} aria-label="Contents">
        <Contents contents={contents} onVisit={onVisit} />
      </nav>
    </dialog>
  );
}
