/** Says that the text was scrolled to where the reader left off, and offers the beginning. */
import { Drawing, drawings } from "../button/index.ts";
import styles from "./resume-offer.module.css";
import { useReading } from "./store.ts";

/** Goes away by itself when the reader has gone on. */
export function ResumeOffer({ onStart }: { onStart(): void }) {
  const isShown = useReading((reading) => reading.resumed !== null);
  const dismiss = () => useReading.setState({ resumed: null });
  return (
    <div className={styles.place} role="status">
      {isShown ? (
        <div className={styles.offer}>
          <p>This is where you left off.</p>
          <button
            type="button"
            className={styles.start}
            onClick={() => {
              dismiss();
              onStart();
            }}
          >
            Start from the beginning
          </button>
          <button
            type="button"
            className={styles.close}
            aria-label="Stay here"
            title="Stay here"
            onClick={dismiss}
          >
            <Drawing path={drawings.close} />
          </button>
        </div>
      ) : null}
    </div>
  );
}
