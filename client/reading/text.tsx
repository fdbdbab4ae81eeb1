/** The text: all sections, of which those near the window are filled. */
import { type RefObject, startTransition, useEffect, useLayoutEffect, useRef, useState } from "react";
import { currentAddress, useDeck } from "../app/index.ts";
import { whenIdle } from "../connection/index.ts";
import { Reader } from "./reader.ts";
import { Section } from "./section.tsx";
import { type Section as SectionData, sectionOfSlide } from "./sections.ts";
import styles from "./text.module.css";
import { useNear } from "./use-near.ts";

/** Decks of no more sections are filled from end to end, so that the browser's own search finds all of them. */
const mostWhole = 150;

interface TextProps {
  sections: readonly SectionData[];
  /** Is given the reader of this text. */
  reader: RefObject<Reader | null>;
}

/** Its children are the sections and nothing else; the reader counts on that. */
export function Text({ sections, reader }: TextProps) {
  const text = useRef<HTMLDivElement>(null);
  const { total } = useDeck();
  const [start] = useState(() => sectionOfSlide(sections, currentAddress().slide));
  const near = useNear(text, sections.length, start);
  const isWhole = useWhole(sections.length <= mostWhole);
  const first = useRef(sections);
  useLayoutEffect(() => {
    if (!text.current) return;
    reader.current = new Reader(text.current, first.current);
    return reader.current.start();
  }, [reader]);
  useLayoutEffect(() => reader.current?.update(sections), [reader, sections]);
  return (
    <div className={styles.text} ref={text}>
      {sections.map((section, position) => (
        <Section
          // biome-ignore lint/suspicious/noArrayIndexKey: a section that was edited stays the section that it is
          key={position}
          section={section}
          total={total}
          isFilled={isWhole || near.get(position)?.isNear === true}
          heightPx={near.get(position)?.heightPx ?? null}
        />
      ))}
    </div>
  );
}

/** What is near the window comes first. */
function useWhole(isSmall: boolean): boolean {
  const [isIdle, setIdle] = useState(false);
  useEffect(() => whenIdle(() => startTransition(() => setIdle(true))), []);
  return isSmall && isIdle;
}
