/** One page: a slide on its canvas, and the notes below it. */
import { memo, useLayoutEffect, useRef, useState } from "react";
import { useDeck, useSlide } from "../app/index.ts";
import { Slide, slideLabel } from "../slide/index.ts";
import { hasHeading, readyHeadings } from "./bookmarks.ts";
import { linkSheets, sheetId } from "./link-sheets.ts";
import { Notes } from "./notes.tsx";
import styles from "./sheet-page.module.css";
import type { Sheet } from "./sheets.ts";

export interface SheetPageProps {
  sheet: Sheet;
  /** Its place among the sheets, from 0. */
  at: number;
  sheets: readonly Sheet[];
  withNotes: boolean;
}

/** The canvas has its own size, whatever the window's: what is fitted on the screen fits on paper. */
export const SheetPage = memo(function SheetPage({ sheet, at, sheets, withNotes }: SheetPageProps) {
  const page = useRef<HTMLElement>(null);
  const deck = useDeck();
  const slide = useSlide(sheet.slide);
  const [needsBookmark, setNeedsBookmark] = useState(false);
  const isAnotherState = sheets[at - 1]?.slide === sheet.slide;
  useLayoutEffect(() => {
    const frame = page.current?.querySelector<HTMLElement>(".slide");
    if (!page.current || !frame || !slide) return;
    readyHeadings(frame, isAnotherState);
    setNeedsBookmark(!isAnotherState && !hasHeading(frame));
    linkSheets(page.current, deck, sheets);
  }, [slide, deck, sheets, isAnotherState]);
  if (!slide) return null;
  const label = slideLabel(slide, deck.total);
  const state = sheet.step === null ? "" : `, state ${sheet.step + 1} of ${slide.steps + 1}`;
  return (
    <article className={styles.sheet} id={sheetId(at)} data-slide={slide.index} ref={page}>
      <div className={`stage ${styles.canvas}`} data-ratio={deck.ratio}>
        <Slide slide={slide} label={label + state} step={sheet.step} />
        {needsBookmark ? <h1 className={styles.bookmark}>{slide.title || `Slide ${slide.number}`}</h1> : null}
      </div>
      {withNotes ? <Notes slide={slide} /> : null}
    </article>
  );
});
