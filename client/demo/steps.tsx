/** The demo's script as the audience reads it: acts, and in them steps with their state. */
import { startTransition, useEffect, useRef, useState } from "react";
import type { Demo } from "../../server/protocol.ts";
import { useConnection } from "../connection/index.ts";
import { ScriptText, useProgress } from "../play/index.ts";
import { Problems } from "./problems.tsx";
import { StepItem } from "./step-item.tsx";
import styles from "./steps.module.css";

interface StepsProps {
  demo: Demo;
  isLoading: boolean;
}

/** What fits into a window; the rest of a script that begins is drawn after the shell's first prompt had its time. */
const firstRows = 4;
const restAfterMs = 250;

/** Whether the whole script is drawn: at once where somebody comes back to it. */
function useWhole(isBegun: boolean): boolean {
  const [isWhole, setIsWhole] = useState(isBegun);
  useEffect(() => {
    const timer = setTimeout(() => startTransition(() => setIsWhole(true)), restAfterMs);
    return () => clearTimeout(timer);
  }, []);
  return isWhole || isBegun;
}

/** Keeps the current step in sight. */
export function Steps({ demo, isLoading }: StepsProps) {
  const progress = useProgress(demo);
  const list = useRef<HTMLOListElement>(null);
  const isFirst = useRef(true);
  const hasObstacle = useConnection((state) => state.obstacle !== null);
  const current = hasObstacle ? null : (progress.current?.number ?? null);
  const isWhole = useWhole(current !== null && current > 1);
  const rows = isWhole ? progress.rows : progress.rows.slice(0, firstRows);
  const hasNodes = new Set(progress.rows.map(({ step }) => step.node)).size > 1;
  const isDrawn = rows.length === progress.rows.length && rows.length > 0;
  useEffect(() => {
    if (current === null || !isDrawn) return;
    const isStill = isFirst.current || matchMedia("(prefers-reduced-motion: reduce)").matches;
    isFirst.current = false;
    const item = list.current?.children[current - 1]?.querySelector("article");
    item?.scrollIntoView({
      block: current === 1 ? "nearest" : "center",
      behavior: isStill ? "auto" : "smooth",
    });
  }, [current, isDrawn]);
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with Tab
    <section className={styles.scroll} tabIndex={0} aria-label="Script">
      <Problems problems={demo.problems} />
      <div className={styles.text}>
        <ScriptText nodes={demo.text} />
      </div>
      {isLoading ? <p className={styles.loading}>Loading the demo…</p> : null}
      <ol className={styles.list} aria-label="Steps" ref={list}>
        {rows.map((row) => (
          <StepItem
            key={row.number}
            row={row}
            isCurrent={row.number === current}
            node={hasNodes ? row.step.node : null}
          />
        ))}
      </ol>
    </section>
  );
}
