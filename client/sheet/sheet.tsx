/** A modal dialog over the page. */
import { type ComponentProps, useLayoutEffect, useRef } from "react";
import styles from "./sheet.module.css";

interface SheetProps extends Omit<ComponentProps<"dialog">, "onCancel" | "onClose" | "ref"> {
  /** Asked for by Escape, and by a press beside the sheet where `closedby` says so. */
  onClose(): void;
  /** It is there now, and its first control has the focus. */
  onOpen?(sheet: HTMLDialogElement): void;
}

/** Open as long as it is there; what had the focus before then gets it back. */
export function Sheet({ onClose, onOpen, className = "", ...others }: SheetProps) {
  const sheet = useRef<HTMLDialogElement>(null);
  const opened = useRef(onOpen);
  useLayoutEffect(() => {
    const element = sheet.current;
    if (!element) return;
    element.showModal();
    opened.current?.(element);
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={sheet}
      className={`${styles.sheet} ${className}`}
      onCancel={(event) => {
        event.preventDefault();
        onClose();
      }}
      {...others}
    />
  );
}
