/** A question in the middle of the page: Enter says yes, Escape no. */
import { type ReactNode, useId } from "react";
import { createPortal } from "react-dom";
import { Sheet } from "../sheet/index.ts";
import styles from "./ask.module.css";

/** A question and its two answers. */
export interface AskProps {
  title: string;
  /** What the yes button says. */
  yes: string;
  onYes(): void;
  onNo(): void;
  children?: ReactNode;
}

/**
 * Open as long as it is there; the first field has the focus, else the yes button.
 * It stands outside of the slide, whose style sheet is made for text.
 */
export function Ask({ title, yes, onYes, onNo, children }: AskProps) {
  const id = useId();
  return createPortal(
    <Sheet
      className={styles.ask}
      aria-labelledby={id}
      onOpen={(sheet) => sheet.querySelector<HTMLElement>("input, [data-yes]")?.focus()}
      onClose={onNo}
    >
      <form
        onSubmit={(event) => {
          event.preventDefault();
          onYes();
        }}
      >
        <h2 id={id}>{title}</h2>
        {children}
        <div className={styles.buttons}>
          <button type="submit" className={styles.yes} data-yes>
            {yes}
          </button>
          <button type="button" className={styles.no} onClick={onNo}>
            Cancel
          </button>
        </div>
      </form>
    </Sheet>,
    document.body,
  );
}
