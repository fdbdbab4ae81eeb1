/** The one big button, always in sight, and beside it how the last step went or why the next has to wait. */
import { type Ref, useId } from "react";
import type { Demo } from "../../server/protocol.ts";
import type { NextAction } from "../play/index.ts";
import { useNextAction } from "../play/index.ts";
import { sentence } from "../terminal/index.ts";
import styles from "./next-bar.module.css";

interface NextBarProps {
  demo: Demo;
  isLoading: boolean;
  onPress(): void;
  button: Ref<HTMLButtonElement>;
}

const loading: NextAction = { label: "Next step", does: null, status: "Loading the demo…", tone: "plain" };

/** The button keeps the focus while it waits, so it is never `disabled`. */
export function NextBar({ demo, isLoading, onPress, button }: NextBarProps) {
  const known = useNextAction(demo);
  const action = isLoading ? loading : known;
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
