/** A black window, so that the room looks at the speaker. */
import styles from "./blackout.module.css";
import { toggleBlackout, useView } from "./view.ts";

/** Goes by its keys, by Escape, and by a click or tap anywhere. */
export function Blackout() {
  const isBlack = useView((view) => view.blackout);
  if (!isBlack) return null;
  return (
    <button type="button" className={styles.blackout} onClick={toggleBlackout}>
      <span className={styles.hint}>Show the slide again</span>
    </button>
  );
}
