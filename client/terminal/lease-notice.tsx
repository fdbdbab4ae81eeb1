/** Counts down to the end of the lab, and puts it off where that can be. */
import { useEffect, useState } from "react";
import { extendLab, type Lease, useConnection } from "../connection/index.ts";
import { leaseReason, timeLeft } from "./lease-text.ts";
import styles from "./terminal-pane.module.css";

/** Nothing while the end is far off. */
export function LeaseNotice() {
  const lease = useConnection((state) => state.lease);
  return lease ? <Countdown lease={lease} /> : null;
}

/** A screen reader hears of it once, not every second. It lies over the terminal: a shell of another size would print, which is use. */
function Countdown({ lease }: { lease: Lease }) {
  const left = timeLeft(lease.endsAtMs - useTick());
  const [atFirst] = useState(left);
  return (
    <div className={`${styles.notice} ${styles.over}`}>
      <p role="alert">
        This lab ends in{" "}
        <strong aria-hidden="true" className={styles.count}>
          {left}
        </strong>
        <span className={styles.heard}>{atFirst} minutes</span>: {leaseReason(lease.why)}.
      </p>
      {lease.why === "idle" ? (
        <button type="button" onClick={extendLab}>
          Extend
        </button>
      ) : null}
    </div>
  );
}

/** The time of `performance.now()`, a few times a second. */
function useTick(): number {
  const [nowMs, setNowMs] = useState(() => performance.now());
  useEffect(() => {
    const timer = setInterval(() => setNowMs(performance.now()), 250);
    return () => clearInterval(timer);
  }, []);
  return nowMs;
}
