/** After a drawing was cleared: a moment to have it back. */
import styles from "./layer.module.css";
import { restoreCleared } from "./tool.ts";

/** Goes by itself. */
export function ClearedToast() {
  return (
    <div className={styles.toast} role="status">
      Drawing cleared
      <button type="button" onClick={restoreCleared}>
        Undo
      </button>
    </div>
  );
}
