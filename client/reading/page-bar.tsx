/** The bar above the text: the deck's title, and what one may want while reading. */
import type { CSSProperties } from "react";
import { toggleTheme, useAddress } from "../app/index.ts";
import { Drawing, drawings } from "../button/index.ts";
import styles from "./page-bar.module.css";
import { show, useReading } from "./store.ts";

const contents = "M4 6h16M4 12h11M4 18h14";
const slides = "M3 5h18v12H3zM8 21h8M12 17v4";

/** The line at its lower edge grows with what was read. */
export function PageBar({ title, sections }: { title: string; sections: number }) {
  const current = useReading((reading) => reading.current);
  const part = sections > 1 ? current / (sections - 1) : 1;
  return (
    <header className={styles.bar}>
      <span className={styles.contents}>
        <BarButton path={contents} name="Contents" keyName="c" onPress={() => show("contents")} />
      </span>
      <p className={styles.title}>{title}</p>
      <BarButton path={drawings.search} name="Search" keyName="/" onPress={() => show("search")} />
      <BarButton path={drawings.theme} name="Light or dark" keyName="d" onPress={() => toggleTheme()} />
      <span className={styles.help}>
        <BarButton path={drawings.help} name="Keys" keyName="?" onPress={() => show("help")} />
      </span>
      <PresentLink />
      <div className={styles.line} style={{ "--part": part } as CSSProperties} />
    </header>
  );
}

interface BarButtonProps {
  path: string;
  name: string;
  keyName: string;
  onPress(): void;
}

function BarButton({ path, name, keyName, onPress }: BarButtonProps) {
  return (
    <button
      type="button"
      className={styles.button}
      aria-label={name}
      title={`${name} (${keyName})`}
      onClick={onPress}
    >
      <Drawing path={path} />
    </button>
  );
}

/** To the slides, at the place that is read. */
function PresentLink() {
  const { slide } = useAddress();
  return (
    <a className={styles.present} href={`/#${slide}`} title="Back to the slides (r)">
      <Drawing path={slides} /> <span>Present</span>
    </a>
  );
}
