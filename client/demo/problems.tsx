/** Mistakes in a demo's script; its good steps work all the same. */
import type { Problem } from "../../server/protocol.ts";
import { sentence } from "../terminal/index.ts";
import styles from "./steps.module.css";

/** Nothing when there is none. */
export function Problems({ problems }: { problems: readonly Problem[] }) {
  if (problems.length === 0) return null;
  return (
    <details className={styles.problems}>
      <summary>
        {problems.length === 1 ? "1 problem in this script" : `${problems.length} problems in this script`}
      </summary>
      <ul>
        {problems.map(({ line, column, message, remedy }) => (
          <li key={`${line}:${column}:${message}`}>
            Line {line}: {sentence(message)} {remedy ? sentence(remedy) : null}
          </li>
        ))}
      </ul>
    </details>
  );
}
