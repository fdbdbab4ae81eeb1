/** Where the short message appears. */
import { useEffect, useState } from "react";
import { dismissToast, type Toast, useToast } from "./toast.ts";
import styles from "./toast-place.module.css";

/** The place is there before its message, so that it is read out. */
export function ToastPlace() {
  const toast = useToast((state) => state.toast);
  return (
    <div role="status" className={styles.place}>
      {toast ? <ToastCard key={toast.id} toast={toast} /> : null}
    </div>
  );
}

/** It waits while the mouse or the focus is on it. */
function ToastCard({ toast: { text, action, lastsMs } }: { toast: Toast }) {
  const [isHeld, setIsHeld] = useState(false);
  useEffect(() => {
    if (isHeld) return;
    const timer = setTimeout(dismissToast, lastsMs);
    return () => clearTimeout(timer);
  }, [isHeld, lastsMs]);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: being looked at is all that it reacts to
    <div
      className={styles.card}
      onPointerEnter={() => setIsHeld(true)}
      onPointerLeave={() => setIsHeld(false)}
      onFocus={() => setIsHeld(true)}
      onBlur={() => setIsHeld(false)}
    >
      <p>{text}</p>
      {action ? (
        <button
          type="button"
          onClick={() => {
            dismissToast();
            action.act();
          }}
        >
          {action.name}
        </button>
      ) : null}
      <button type="button" aria-label="Dismiss" onClick={dismissToast}>
        ×
      </button>
    </div>
  );
}
