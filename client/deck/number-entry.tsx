/** The number being typed, until Return. */
import styles from "./number-entry.module.css";
import { useView } from "./view.ts";

/** Shows nothing when no digit was typed. */
export function NumberEntry() {
  const digits = useView((view) => view.digits);
  if (digits === "") return null;
  return (
    <output className={styles.entry}>
      Go to <strong>{digits}</strong> <kbd>Return</kbd>
    </output>
  );
}
