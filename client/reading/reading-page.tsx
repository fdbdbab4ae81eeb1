/** The deck as one page to read, alone and at one's own pace: nobody is led, and nobody led follows. */
import { lazy, Suspense, useLayoutEffect, useMemo, useRef } from "react";
import { flushSync } from "react-dom";
import { goTo, useAddress, useDeck } from "../app/index.ts";
import { TerminalDrawer } from "../terminal/index.ts";
import { Contents } from "./contents.tsx";
import { ContentsDrawer } from "./contents-drawer.tsx";
import { DemoLayer } from "./demo-layer.tsx";
import { PageBar } from "./page-bar.tsx";
import type { Reader } from "./reader.ts";
import { ReadingHelp } from "./reading-help.tsx";
import styles from "./reading-page.module.css";
import { ResumeOffer } from "./resume-offer.tsx";
import { contentsOf, sectionOfSlide, sectionsOf } from "./sections.ts";
import { show, useReading } from "./store.ts";
import { Text } from "./text.tsx";
import { useReadingKeys } from "./use-reading-keys.ts";

const Search = lazy(() => import("../search/index.ts").then((room) => ({ default: room.Search })));
const closeAtOnce = () => flushSync(() => show(null));

/** Bar, contents, text; the terminal beside them, a demo over them. */
export function ReadingPage() {
  const deck = useDeck();
  const { demo } = useAddress();
  const open = useReading((reading) => reading.open);
  const reader = useRef<Reader | null>(null);
  const sections = useMemo(() => sectionsOf(deck.slides), [deck]);
  const contents = useMemo(() => contentsOf(sections, deck.title), [sections, deck.title]);
  useReadingKeys(reader, demo === null);
  useLayoutEffect(() => {
    document.title = deck.title;
  }, [deck.title]);

  const visit = (section: number) => {
    closeAtOnce();
    reader.current?.visit(section);
  };
  const goToSlide = (slide: number) => {
    goTo({ slide });
    reader.current?.visit(sectionOfSlide(sections, slide));
  };
  return (
    <>
      <div className={styles.page} inert={demo !== null}>
        <button type="button" className={styles.skip} onClick={() => visit(useReading.getState().current)}>
          Skip to the text
        </button>
        <PageBar title={deck.title} sections={sections.length} />
        <div className={styles.columns}>
          <nav className={styles.side} aria-label="Contents">
            <Contents contents={contents} onVisit={visit} />
          </nav>
          <main className={styles.main}>
            {sections.length === 0 ? <p className={styles.empty}>This deck has no slides.</p> : null}
            <Text sections={sections} reader={reader} />
            <ResumeOffer onStart={() => reader.current?.visit(0)} />
          </main>
        </div>
      </div>
      {demo === null ? (
        <div className={styles.dock}>
          <TerminalDrawer />
        </div>
      ) : (
        <DemoLayer key={demo} demo={demo} reader={reader} sections={sections} />
      )}
      {open === "contents" ? <ContentsDrawer contents={contents} onVisit={visit} /> : null}
      {open === "help" ? <ReadingHelp /> : null}
      <Suspense fallback={null}>
        {open === "search" ? <Search onClose={closeAtOnce} onGo={goToSlide} /> : null}
      </Suspense>
    </>
  );
}
