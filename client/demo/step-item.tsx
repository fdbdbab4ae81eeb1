/** One step: what it is about, its commands, and how it went. */
import { memo } from "react";
import type { StepRow } from "../play/index.ts";
import { ScriptText } from "../play/index.ts";
import { reportText, sentence } from "../terminal/index.ts";
import styles from "./steps.module.css";

/** A line that is too long goes on below, set in. */
function Commands({ lines }: { lines: readonly string[] }) {
  return (
    <pre className={styles.commands}>
      {lines.map((line, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: lines are told apart by their place only
        <span key={index} className={styles.line}>{`${line}\n`}</span>
      ))}
    </pre>
  );
}

interface StepItemProps {
  row: StepRow;
  /** It plays, or it is the next one. */
  isCurrent: boolean;
  /** Where it is typed, in a demo on several nodes. */
  node: string | null;
}

/** An act's heading and text stand above its first step. */
export const StepItem = memo(
  function StepItem({ row, isCurrent, node }: StepItemProps) {
    const { act, step, number, report } = row;
    return (
      <li aria-current={isCurrent ? "step" : undefined} data-state={report.state}>
        {act ? (
          <header className={styles.act}>
            <h2>{act.title}</h2>
            <ScriptText nodes={act.text} />
          </header>
        ) : null}
        <article className={styles.step}>
          <p className={styles.state}>
            <span className={styles.number}>{number}</span>{" "}
            <span className={styles.report}>
              {isCurrent && report.state === "idle" ? "next" : reportText(report)}
            </span>
            {node ? <span className={styles.node}>on {node}</span> : null}
          </p>
          <div className={styles.text}>
            <ScriptText nodes={step.text} />
          </div>
          <Commands lines={step.lines} />
          {report.state === "failed" && report.why ? (
            <p className={styles.why}>{sentence(report.why)}</p>
          ) : null}
        </article>
      </li>
    );
  },
  (before, after) =>
    before.isCurrent === after.isCurrent &&
    before.node === after.node &&
    before.row.step === after.row.step &&
    JSON.stringify(before.row.report) === JSON.stringify(after.row.report),
);
