/** The list of keys. */
import { Drawing, drawings } from "../button/index.ts";
import { KeyList, Sheet } from "../sheet/index.ts";
import styles from "./help.module.css";
import { deckKeys, demoKeys, type KeySection, terminalKeys } from "./key-list.ts";
import { useView } from "./view.ts";

const [slides, screen, speaking] = deckKeys;

/** About as long as each other; one below the other on phones. */
const columns = [[slides, terminalKeys], [screen], [speaking, demoKeys]].map((sections) =>
  sections.filter((section): section is KeySection => section !== undefined),
);

const close = () => useView.setState({ help: false });

/** Shown while the view says so (overlays.tsx). */
export function Help() {
  return (
    <Sheet id="keys" className={styles.help} aria-labelledby="help-title" closedby="any" onClose={close}>
      <header className={styles.header}>
        <h2 id="help-title">Keys</h2>
        <button type="button" className={styles.close} aria-label="Close" onClick={close}>
          <Drawing path={drawings.close} />
        </button>
      </header>
      <div className={styles.sections}>
        {columns.map((sections) => (
          <KeySections key={sections[0]?.title} sections={sections} />
        ))}
      </div>
      <p className={styles.note}>
        On a touch screen, swipe left and right. Keys rest while you type in a terminal or a field.
      </p>
    </Sheet>
  );
}

function KeySections({ sections }: { sections: readonly KeySection[] }) {
  return (
    <div>
      {sections.map(({ title, entries }) => (
        <section key={title} aria-label={title} className={styles.section}>
          <h3>{title}</h3>
          <KeyList entries={entries} />
        </section>
      ))}
    </div>
  );
}
