/** The keys of the reading view. */
import { useLayoutEffect, useRef } from "react";
import { Icon } from "./icon.tsx";
import styles from "./reading-help.module.css";
import { readingKeys } from "./reading-key.ts";
import { show } from "./store.ts";

/** A dialog that is open as long as it is there. */
export function ReadingHelp() {
  const dialog = useRef<HTMLDialogElement>(null);
  useLayoutEffect(() => {
    const element = dialog.current;
    element?.showModal();
    return () => element?.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.help}
      aria-labelledby="reading-help"
      closedby="any"
      onKeyDown={(event) => event.key === "?" && show(null)}
      onCancel={(event) => {
        event.preventDefault();
        show(null);
      }}
    >
      <header>
        <h2 id="reading-help">Keys</h2>
        <button type="button" aria-label="Close" onClick={() => show(null)}>
          <Icon name="close" />
        </button>
      </header>
      <dl>
        {readingKeys.map(({ does, keys }) => (
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
    </dialog>
  );
}
