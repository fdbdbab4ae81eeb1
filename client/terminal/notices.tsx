/** What went wrong with the connection or a request, above the terminal it concerns. */
import { useEffect, useState } from "react";
import { dismissFailure, reconnect, useConnection } from "../connection/index.ts";
import { sentence } from "./sentence.ts";
import styles from "./terminal-pane.module.css";

/** A loss that is over sooner is not worth moving the page for, in ms. */
const shortLossMs = 700;

/** Whether the connection has been lost for a while. */
function useIsLost(): boolean {
  const isLost = useConnection((state) => state.link === "lost");
  const [isLong, setIsLong] = useState(false);
  useEffect(() => {
    if (!isLost) return;
    const timer = setTimeout(() => setIsLong(true), shortLossMs);
    return () => {
      clearTimeout(timer);
      setIsLong(false);
    };
  }, [isLost]);
  return isLost && isLong;
}

/** The screen below stays as it was while the connection is lost. */
export function Notices() {
  const isLost = useIsLost();
  const failure = useConnection((state) => state.failure);
  return (
    <>
      {isLost ? (
        <div className={styles.notice} role="alert">
          <p>The connection is lost; it is tried again by itself. Keys pressed now go nowhere.</p>
          <button type="button" onClick={reconnect}>
            Try now
          </button>
        </div>
      ) : null}
      {failure ? (
        <div className={styles.notice} role="alert">
          <p>
            {sentence(failure.error)} {failure.remedy ? sentence(failure.remedy) : null}
          </p>
          <button type="button" onClick={dismissFailure}>
            Dismiss
          </button>
        </div>
      ) : null}
    </>
  );
}
