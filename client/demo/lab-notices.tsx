/** What a person should know about the lab before the first step; it stays in sight while the script scrolls. */
import type { Demo } from "../../server/protocol.ts";
import { useConnection } from "../connection/index.ts";
import { useProgress } from "../play/index.ts";
import { sentence } from "../terminal/index.ts";
import styles from "./steps.module.css";

const inWords = new Intl.ListFormat("en");

/** Nothing when the lab is fresh or the demo has begun. */
export function LabNotices({ demo }: { demo: Demo }) {
  const { played } = useProgress(demo);
  const lab = useConnection((state) => state.lab);
  const obstacle = useConnection((state) => state.obstacle);
  if (obstacle) {
    return (
      <p className={styles.notice} role="status">
        <strong>To read, not to run: labs cannot run here.</strong> {sentence(obstacle.reason)}{" "}
        {sentence(obstacle.remedy)}
      </p>
    );
  }
  if (lab.state !== "ready" || lab.usedBy.length === 0 || played > 0) return null;
  return (
    <p className={styles.notice} role="status">
      This lab was used by {inWords.format(lab.usedBy)} since it was fresh. Reset lab gives this demo a fresh
      one.
    </p>
  );
}
