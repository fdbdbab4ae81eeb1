/** A black window, so that the room looks at the speaker; the speaker's own view says so instead. */
import styles from "./blackout.module.css";
import { toggleBlackout, useView } from "./view.ts";

/** Goes by its keys, by Escape, and by a click or tap anywhere; in the presenter's view by its button. */
export function Blackout() {
  const isBlack = useView((view) => view.blackout);
  if (!isBlack) return null;
  if (document.documentElement.dataset.view === "presenter") return <BlackNotice />;
  return (
    <button type="button" className={styles.blackout} onClick={toggleBlackout}>
      <span className={styles.hint}>Show the slide again</span>
    </button>
  );
}

function BlackNotice() {
  return (
    <div role="status" className={styles.notice}>
      The room's screens are black
      <button type="button" onClick={toggleBlackout}>
        Show the slide again
      </button>
    </div>
  );
}
