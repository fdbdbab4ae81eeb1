/** The speaker's own view stays as it is when the room's screens are black, and says so. */
import { toggleBlackout, useView } from "../deck/index.ts";
import styles from "./black-notice.module.css";

/** A strip over nothing else; goes by its button, by the keys, and by Escape. */
export function BlackNotice() {
  const isBlack = useView((view) => view.blackout);
  if (!isBlack) return null;
  return (
    <div role="status" className={styles.notice}>
      The room's screens are black
      <button type="button" onClick={toggleBlackout}>
        Show the slide again
      </button>
    </div>
  );
}
