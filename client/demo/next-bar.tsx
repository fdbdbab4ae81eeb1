/** The one big button, always in sight, and beside it how the last step went or why the next has to wait. */
import { type Ref, useId } from "react";
import { sentence } from "../terminal/index.ts";
import type { NextAction } from "./next-action.ts";
import styles from "./next-bar.module.css";

interface NextBarProps {
  action: NextAction;
  onPress(): void;
  button: Ref<HTMLButtonElement>;
}

/** The button keeps the focus while it waits, so it is never `disabled`. */
export function NextBar({ action, onPress, button }: NextBarProps) {
  const id = useId();
  return (
    <div className={styles.bar}>
      <button
        type="button"
        ref={button}
        className={styles.next}
        aria-disabled={action.does === null}
        aria-describedby={id}
        onClick={onPress}
      >
        {action.label}
      </button>
      <p className={styles.status} id={id} role="status" data-tone={action.tone}>
        {action.status ? sentence(action.status) : null}
      </p>
    </div>
  );
}
