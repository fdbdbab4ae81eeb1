/** The line below a terminal: who gets the keys, and where a link leads. */
import { useConnection } from "../connection/index.ts";
import { chooseSetting, useTerminalSettings } from "./settings.ts";
import styles from "./terminal-view.module.css";

interface TerminalHintProps {
  id: string;
  isEntered: boolean;
  /** Undefined until the server has said it. */
  hasControl: boolean | undefined;
  link: string | null;
  onTakeControl(): void;
}

const followKey = /mac/i.test(navigator.platform) ? "⌘" : "Ctrl";

/** Announced when it changes. */
export function TerminalHint({ id, isEntered, hasControl, link, onTakeControl }: TerminalHintProps) {
  const isOpen = useConnection((state) => state.link === "open");
  const screenReader = useTerminalSettings((settings) => settings.screenReader);
  return (
    <div className={styles.hint}>
      <span id={id} role="status">
        {link ? `${followKey}+click opens ${link}` : hintText(isEntered, hasControl, isOpen)}
      </span>
      {hasControl === false ? (
        <button type="button" className={styles.tool} onClick={onTakeControl}>
          Type here
        </button>
      ) : null}
      <button
        type="button"
        className={styles.tool}
        aria-pressed={screenReader}
        title="Lets screen readers read the terminal's text"
        onClick={() => chooseSetting({ screenReader: !screenReader })}
      >
        Screen reader
      </button>
    </div>
  );
}

function hintText(isEntered: boolean, hasControl: boolean | undefined, isOpen: boolean): string {
  if (isEntered && !isOpen) return "Keys go nowhere: the connection is lost · F6 leaves";
  if (isEntered) return "Keys go to the shell · F6 leaves";
  if (hasControl === undefined) return "";
  return hasControl ? "Click it or press Enter to type" : "Another window types here";
}
