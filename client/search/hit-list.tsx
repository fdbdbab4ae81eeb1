/** What was found, the best first. */
import { useEffect } from "react";
import { excerpt, mark, type Part } from "./excerpt.ts";
import type { Hit, Text } from "./find.ts";
import styles from "./hit-list.module.css";

interface HitListProps {
  hits: readonly Hit[];
  choice: number;
  words: readonly string[];
  texts: readonly Text[] | null;
  onGo(hit: Hit): void;
}

/** A list box without focus of its own: the field above it tells which option is chosen. */
export function HitList({ hits, choice, words, texts, onGo }: HitListProps) {
  useEffect(() => {
    document.getElementById(hitId(choice))?.scrollIntoView({ block: "nearest" });
  }, [choice]);
  return (
    <div role="listbox" id="search-hits" aria-label="Slides found" className={styles.hits} tabIndex={-1}>
      {hits.map((hit, at) => (
        // biome-ignore lint/a11y/useKeyWithClickEvents: its keys are the field's
        // biome-ignore lint/a11y/useFocusableInteractive: the field has the focus
        <div
          key={`${hit.entry.index} ${hit.place}`}
          role="option"
          id={hitId(at)}
          className={styles.hit}
          aria-selected={at === choice}
          onMouseDown={(event) => event.preventDefault()}
          onClick={() => onGo(hit)}
        >
          <HitText hit={hit} words={words} text={texts?.[hit.entry.index - 1]} />
        </div>
      ))}
    </div>
  );
}

/** The element that shows a hit. */
export const hitId = (at: number): string => `search-hit-${at}`;

function HitText({ hit, words, text }: { hit: Hit; words: readonly string[]; text: Text | undefined }) {
  const { entry, place } = hit;
  const isAddress = place === "number" || place === "name";
  const body = place === "notes" ? text?.notes : withoutTitle(text?.text ?? "", entry.title);
  return (
    <>
      <span className={styles.number}>{entry.number}</span>
      <span className={styles.texts}>
        <span className={styles.title}>
          {isAddress ? <span className={styles.go}>{goText(hit)} </span> : null}
          <Marked parts={mark(entry.title || "Without a title", isAddress ? [] : words)} />
          {entry.name && !isAddress ? (
            <span className={styles.name}>
              {" "}
              <Marked parts={mark(`#${entry.name}`, words)} />
            </span>
          ) : null}
        </span>
        {body && !isAddress ? (
          <span className={styles.excerpt}>
            {place === "notes" ? <span className={styles.place}>notes</span> : null}
            <Marked parts={excerpt(body, words)} />
          </span>
        ) : null}
      </span>
    </>
  );
}

/** The title stands above already. */
function withoutTitle(text: string, title: string): string {
  return text.startsWith(title) ? text.slice(title.length).trimStart() : text;
}

function goText({ entry, place }: Hit): string {
  return place === "name" ? `Go to #${entry.name}:` : `Go to slide ${entry.number}:`;
}

function Marked({ parts }: { parts: readonly Part[] }) {
  let at = 0;
  return parts.map(({ text, isFound }) => {
    at += text.length;
    return isFound ? <mark key={at}>{text}</mark> : <span key={at}>{text}</span>;
  });
}
