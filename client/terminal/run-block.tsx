/** The button that types a block of commands into the slides' terminal, and how its last run goes. */
import { useEffect, useId, useState } from "react";
import type { RunnableBlock } from "../../server/protocol.ts";
import { blockKey, runBlock, useConnection } from "../connection/index.ts";
import { drawOutForRun } from "./drawer-store.ts";
import { Fetched, OnDemand } from "./on-demand.tsx";
import { prefetchTerminal } from "./prefetch.ts";
import { reportText } from "./report-text.ts";
import styles from "./run-block.module.css";
import { sentence } from "./sentence.ts";

const formCode = new Fetched(() => import("./run-form.tsx").then((module) => module.RunForm));

/** Asks for the values of placeholders first. */
export function RunBlock({ slide, block }: { slide: number; block: RunnableBlock }) {
  const key = blockKey(slide, block.block);
  const id = useId();
  const [isAsking, setIsAsking] = useState(false);
  const report = useConnection((state) => state.blocks[key]);
  const failure = useConnection((state) => state.blockFailures[key]);
  const obstacle = useConnection((state) => state.obstacle);
  useEffect(prefetchTerminal, []);

  const run = (values: Record<string, string>) => {
    setIsAsking(false);
    drawOutForRun();
    runBlock(slide, block.block, values);
  };
  const press = () => {
    if (obstacle) return;
    if (block.placeholders.length > 0) setIsAsking(true);
    else run({});
  };
  const why = obstacle
    ? `Labs cannot run here: ${sentence(obstacle.reason)} ${sentence(obstacle.remedy)}`
    : failure
      ? `${sentence(failure.error)} ${failure.remedy ? sentence(failure.remedy) : ""}`
      : report?.why;
  return (
    <div className={styles.run}>
      <div className={styles.row}>
        <span className={styles.state} data-state={report?.state} role="status">
          {report && report.state !== "idle" && !failure ? reportText(report) : null}
        </span>
        <button
          type="button"
          className={styles.button}
          aria-disabled={obstacle !== null}
          aria-describedby={why ? id : undefined}
          title={why ?? undefined}
          onClick={press}
        >
          Run
        </button>
      </div>
      {why ? (
        <p className={obstacle ? styles.unseen : styles.why} id={id}>
          {why}
        </p>
      ) : null}
      {isAsking ? (
        <OnDemand code={formCode} props={{ block, onRun: run, onCancel: () => setIsAsking(false) }} />
      ) : null}
    </div>
  );
}
