/** What keys do. */
import styles from "./key-list.module.css";

export interface KeyEntry {
  does: string;
  keys: readonly string[];
}

/** One line a thing that is done, with the keys that do it. */
export function KeyList({ entries }: { entries: readonly KeyEntry[] }) {
  return (
    <dl className={styles.keys}>
      {entries.map(({ does, keys }) => (
        <div key={does}>
          <dt>{does}</dt>
          <dd>
            {keys.map((key) => (
              <kbd key={key}>{key}</kbd>
            ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}
