/** The keys of the reading view. */
import { Drawing, drawings } from "../button/index.ts";
import { KeyList, Sheet } from "../sheet/index.ts";
import styles from "./reading-help.module.css";
import { readingKeys } from "./reading-key.ts";
import { show } from "./store.ts";

const close = () => show(null);

export function ReadingHelp() {
  return (
    <Sheet
      className={styles.help}
      aria-labelledby="reading-help"
      closedby="any"
      onKeyDown={(event) => event.key === "?" && close()}
      onClose={close}
    >
      <header>
        <h2 id="reading-help">Keys</h2>
        <button type="button" aria-label="Close" onClick={close}>
          <Drawing path={drawings.close} />
        </button>
      </header>
      <KeyList entries={readingKeys} />
    </Sheet>
  );
}
