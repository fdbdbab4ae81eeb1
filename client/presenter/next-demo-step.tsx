/** The step of a demo that the next press plays. */

import type { Demo } from "../../server/protocol.ts";
import { ScriptText, useDemo, useProgress } from "../play/index.ts";
import styles from "./next.module.css";
import { stepNow } from "./step-now.ts";

/** While a step plays, the one behind it. */
export function NextDemoStep({ demo: name }: { demo: string }) {
  const data = useDemo(name);
  return data.state === "ready" ? <NextStep demo={data.demo} /> : null;
}

function NextStep({ demo }: { demo: Demo }) {
  const progress = useProgress(demo);
  const row = stepNow(progress).next;
  return (
    <section className={styles.next} aria-label="Next">
      <h2 className={styles.words}>
        <span>Next</span> {row ? `step ${row.number} of ${progress.rows.length}` : "the talk goes on"}
      </h2>
      {row ? (
        // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls can be reached with Tab
        <section className={styles.step} tabIndex={0} aria-label="Next step's text and commands">
          <ScriptText nodes={row.step.text} />
          <pre className={styles.commands}>{row.step.lines.join("\n")}</pre>
        </section>
      ) : null}
    </section>
  );
}
