/** The list of keys. */
import { useEffect, useRef } from "react";
import styles from "./help.module.css";
import { Icon } from "./icon.tsx";
import { deckKeys, demoKeys, type KeySection, terminalKeys } from "./key-list.ts";
import { toggleHelp, useView } from "./view.ts";

/** Open while the view says so. */
export function Help() {
  const isOpen = useView((view) => view.help);
  return isOpen ? <HelpDialog /> : null;
}

const [slides, screen, speaking] = deckKeys;

/** About as long as each other; one below the other on phones. */
const columns = [[slides, terminalKeys], [screen], [speaking, demoKeys]].map((sections) =>
  sections.filter((section): section is KeySection => section !== undefined),
);

function HelpDialog() {
  const dialog = useRef<HTMLDialogElement>(null);
  useEffect(() => {
    dialog.current?.showModal();
  }, []);
  return (
    <dialog
      ref={dialog}
      id="keys"
      className={styles.help}
      aria-labelledby="help-title"
      onClose={() => useView.setState({ help: false })}
      closedby="any"
    >
      <header className={styles.header}>
        <h2 id="help-title">Keys</h2>
        <button type="button" className={styles.close} aria-label="Close" onClick={toggleHelp}>
          <Icon name="close" />
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
    </dialog>
  );
}

function KeySections({ sections }: { sections: readonly KeySection[] }) {
  return (
    <div>
      {sections.map(({ title, entries }) => (
        <section key={title} aria-label={title} className={styles.section}>
          <h3>{title}</h3>
          <dl>
            {entries.map(({ does, keys }) => (
              <div key={does} className={styles.entry}>
                <dt>{does}</dt>
                <dd>
                  {keys.map((key) => (
                    <kbd key={key}>{key}</kbd>
                  ))}
                </dd>
              </div>
            ))}
          </dl>
        </section>
      ))}
    </div>
  );
}
