/** The nodes of a demo that plays on several: each has a terminal, and one of them is in sight. */
import styles from "./node-tabs.module.css";
import type { DemoTerminal } from "./use-demo-terminal.ts";

/** Toggle buttons, so that Tab and Enter do, as everywhere; nothing for a demo on one node. */
export function NodeTabs({ nodes, node, choose }: DemoTerminal) {
  if (nodes.length < 2) return null;
  return (
    <fieldset className={styles.tabs}>
      <legend>Terminal on</legend>
      {nodes.map((each) => (
        <button key={each} type="button" aria-pressed={each === node} onClick={() => choose(each)}>
          {each}
        </button>
      ))}
    </fieldset>
  );
}
