/** The bar above the text: the deck's title, and what one may want while reading. */
import type { CSSProperties } from "react";
import { toggleTheme, useAddress } from "../app/index.ts";
import { Icon } from "./icon.tsx";
import styles from "./page-bar.module.css";
import { show, useReading } from "./store.ts";

/** The line at its lower edge grows with what was read. */
export function PageBar({ title, sections }: { title: string; sections: number }) {
  const current = useReading((reading) => reading.current);
  const part = sections > 1 ? current / (sections - 1) : 1;
  return (
    <header className={styles.bar}>
      <button
        type="button"
        className={`${styles.button} ${styles.contents}`}
        aria-label="Contents"
        title="Contents (c)"
        onClick={() => show("contents")}
      >
        <Icon name="contents" />
      </button>
      <p className={styles.title}>{title}</p>
      <BarButton icon="search" name="Search" keyName="/" onPress={() => show("search")} />
      <BarButton icon="theme" name="Light or dark" keyName="d" onPress={() => toggleTheme()} />
      <span className={styles.help}>
        <BarButton icon="help" name="Keys" keyName="?" onPress={() => show("help")} />
      </span>
      <PresentLink />
      <div className={styles.line} style={{ "--part": part } as CSSProperties} />
    </header>
  );
}

interface BarButtonProps {
  icon: "search" | "theme" | "help";
  name: string;
  keyName: string;
  onPress(): void;
}

function BarButton({ icon, name, keyName, onPress }: BarButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      title={`${name} (${keyName})`}
      onClick={onPress}
    >
      <Icon name={icon} />
    </button>
  );
}

/** To the slides, at the place that is read. */
function PresentLink() {
  const { slide } = useAddress();
  return (
    <a className={styles.present} href={`/#${slide}`} title="Back to the slides (r)">
      <Icon name="slides" /> <span>Present</span>
    </a>
  );
}
