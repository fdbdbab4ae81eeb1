/** Finds slides by number, name and words, as they are typed. */
import { type KeyboardEvent, useDeferredValue, useMemo, useState } from "react";
import { currentAddress, goTo, useDeck } from "../app/index.ts";
import { Sheet } from "../sheet/index.ts";
import { find, type Hit, indexSlides, wordsOf } from "./find.ts";
import { HitList, hitId } from "./hit-list.tsx";
import { afterKey } from "./list-key.ts";
import styles from "./search.module.css";
import { statusText } from "./status-text.ts";
import { useTexts } from "./texts.ts";

interface SearchProps {
  onClose(): void;
  /** Goes to what was chosen. */
  onGo?(slide: number): void;
}

/** More than these nobody looks through; the words have to be better. */
const mostShown = 60;
const longestQuery = 200;

/** A field with a list below it. The field keeps the focus; arrow keys choose. */
export function Search({ onClose, onGo = goToSlide }: SearchProps) {
  const { slides } = useDeck();
  const texts = useTexts();
  const words = texts.state === "ready" ? texts.texts : null;
  const index = useMemo(() => indexSlides(slides, words), [slides, words]);
  const [query, setQuery] = useState("");
  const [chosen, setChosen] = useState(0);
  const deferred = useDeferredValue(query);
  const hits = useMemo(() => find(deferred, index), [deferred, index]);
  const shown = useMemo(() => hits.slice(0, mostShown), [hits]);
  const choice = Math.max(0, Math.min(chosen, shown.length - 1));

  const go = (hit: Hit | undefined) => {
    if (!hit) return;
    onClose();
    onGo(hit.entry.index);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    if (event.nativeEvent.isComposing) return;
    if (event.key === "Enter") go(find(query, index)[choice]);
    const next = afterKey(event.nativeEvent, choice, shown.length);
    if (next !== null) setChosen(next);
    if (next !== null || event.key === "Enter") event.preventDefault();
  };
  const isOpen = shown.length > 0;
  return (
    <Sheet className={styles.search} aria-label="Search" closedby="any" onClose={onClose}>
      <input
        className={styles.field}
        type="text"
        inputMode="search"
        enterKeyHint="go"
        role="combobox"
        aria-label="Search the slides"
        aria-expanded={isOpen}
        aria-controls={isOpen ? "search-hits" : undefined}
        aria-activedescendant={isOpen ? hitId(choice) : undefined}
        aria-autocomplete="list"
        placeholder="Words, a number, or a name"
        autoComplete="off"
        autoCapitalize="none"
        spellCheck={false}
        maxLength={longestQuery}
        value={query}
        onChange={(event) => {
          setQuery(event.target.value);
          setChosen(0);
        }}
        onKeyDown={onKeyDown}
      />
      {isOpen ? (
        <HitList hits={shown} choice={choice} words={wordsOf(deferred)} texts={words} onGo={go} />
      ) : null}
      <p className={styles.status} role="status">
        {statusText({
          query: deferred,
          hits: hits.length,
          shown: shown.length,
          slides: slides.length,
          texts,
        })}
      </p>
    </Sheet>
  );
}

function goToSlide(slide: number): void {
  if (slide !== currentAddress().slide || currentAddress().demo) goTo({ slide });
}
