/** A question in the middle of the page: Enter says yes, Escape no. */
import { type ReactNode, useEffect, useId, useRef } from "react";
import { createPortal } from "react-dom";
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
 * A modal dialog that is open as long as it is there; the first field has the focus, else the yes button.
 * It stands outside of the slide, whose style sheet is made for text.
 */
export function Ask({ title, yes, onYes, onNo, children }: AskProps) {
  const dialog = useRef<HTMLDialogElement>(null);
  const id = useId();
  useEffect(() => {
    const element = dialog.current;
    if (!element) return;
    const before = document.activeElement;
    element.showModal();
    element.querySelector<HTMLElement>("input, [data-yes]")?.focus();
    return () => {
      element.close();
      if (before instanceof HTMLElement && before.isConnected) before.focus();
    };
  }, []);
  return createPortal(
    <dialog
      ref={dialog}
      className={styles.ask}
      aria-labelledby={id}
      onCancel={(event) => {
        event.preventDefault();
        onNo();
      }}
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
    </dialog>,
    document.body,
  );
}
