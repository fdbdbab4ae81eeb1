/** The demo's script as the audience reads it: acts, and in them steps with their state. */
import { useDeferredValue, useEffect, useRef } from "react";
import type { Demo } from "../../server/protocol.ts";
import { useConnection } from "../connection/index.ts";
import { sentence } from "../terminal/index.ts";
import { Problems } from "./problems.tsx";
import type { DemoProgress } from "./progress.ts";
import { ScriptText } from "./script-text.tsx";
import { StepItem } from "./step-item.tsx";
import styles from "./steps.module.css";
import { useProgress } from "./use-progress.ts";

interface StepsProps {
  demo: Demo;
  isLoading: boolean;
}

/** What fits into a window; the rest of a long script is drawn after the terminal. */
const firstRows = 4;

/** Keeps the current step in sight. */
export function Steps({ demo, isLoading }: StepsProps) {
  const progress = useProgress(demo);
  const rows = useDeferredValue(progress.rows, progress.rows.slice(0, firstRows));
  const list = useRef<HTMLOListElement>(null);
  const hasObstacle = useConnection((state) => state.obstacle !== null);
  const current = hasObstacle ? null : (progress.current?.number ?? null);
  const isDrawn = rows.length === progress.rows.length && rows.length > 0;
  useEffect(() => {
    if (current === null || !isDrawn) return;
    const isStill = matchMedia("(prefers-reduced-motion: reduce)").matches;
    const item = list.current?.children[current - 1]?.querySelector("article");
    item?.scrollIntoView({
      block: current === 1 ? "nearest" : "center",
      behavior: isStill ? "auto" : "smooth",
    });
  }, [current, isDrawn]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with Tab
    <section className={styles.scroll} tabIndex={0} aria-label="Script">
      <UsedLab progress={progress} />
      <Obstacle />
      <Problems problems={demo.problems} />
      <div className={styles.text}>
        <ScriptText nodes={demo.text} />
      </div>
      {isLoading ? <p className={styles.loading}>Loading the demo…</p> : null}
      <ol className={styles.list} aria-label="Steps" ref={list}>
        {rows.map((row) => (
          <StepItem key={row.number} row={row} isCurrent={row.number === current} />
        ))}
      </ol>
    </section>
  );
}

/** Shown before the first step: the shell may not look as the script expects. */
function UsedLab({ progress }: { progress: DemoProgress }) {
  const lab = useConnection((state) => state.lab);
  if (lab.state !== "ready" || lab.usedBy.length === 0 || progress.played > 0) return null;
  return (
    <p className={styles.notice} role="status">
      This lab was used by {lab.usedBy.join(" and ")} since it was fresh. Reset lab gives this demo a fresh
      one.
    </p>
  );
}

function Obstacle() {
  const obstacle = useConnection((state) => state.obstacle);
  if (!obstacle) return null;
  return (
    <p className={styles.notice} role="status">
      <strong>To read, not to run: labs cannot run here.</strong> {sentence(obstacle.reason)}{" "}
      {sentence(obstacle.remedy)}
    </p>
  );
}
