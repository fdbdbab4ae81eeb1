/** What is in a section, as soon as it was fetched. */
import { useEffect, useState } from "react";
import { loadSlides, useDeck, useSlide } from "../app/index.ts";
import plain from "./plain-button.module.css";
import styles from "./section.module.css";
import { SectionText } from "./section-text.tsx";
import type { Section } from "./sections.ts";

/** Fetches all its slides: the earlier steps have notes, too. */
export function SectionInside({ section }: { section: Section }) {
  const { first, last, title } = section;
  const { version } = useDeck();
  const slide = useSlide(last);
  const [tries, setTries] = useState(0);
  const [hasFailed, setFailed] = useState(false);
  useEffect(() => {
    if (!version || tries < 0) return;
    setFailed(false);
    loadSlides(first, last).catch(() => setFailed(true));
  }, [version, first, last, tries]);
  if (slide) return <SectionText section={section} slide={slide} />;
  return (
    <div className={styles.waiting}>
      <p>{title}</p>
      {hasFailed ? (
        <p className={styles.failed}>
          This section could not be fetched.{" "}
          <button type="button" className={plain.button} onClick={() => setTries(tries + 1)}>
            Try again
          </button>
        </p>
      ) : null}
    </div>
  );
}
