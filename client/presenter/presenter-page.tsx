/** The presenter's view: what the room sees, what comes next, the notes, and the time. */
import { useEffect, useLayoutEffect, useRef } from "react";
import { useAddress, useDeck, useSlide } from "../app/index.ts";
import { whenIdle } from "../connection/index.ts";
import {
  Announcer,
  NumberEntry,
  Overlays,
  type OwnCommands,
  prefetchOverlays,
  useKeys,
  useSlidesRound,
} from "../deck/index.ts";
import { slideLabel } from "../slide/index.ts";
import { BlackNotice } from "./black-notice.tsx";
import { resetClock } from "./clock.ts";
import { Controls } from "./controls.tsx";
import { Current } from "./current.tsx";
import { Next } from "./next.tsx";
import { Notes } from "./notes.tsx";
import { changeNotesSize } from "./notes-size.ts";
import { Panes } from "./panes.tsx";
import styles from "./presenter-page.module.css";
import { showStage } from "./show-stage.ts";
import { countSlideTimes } from "./slide-times-store.ts";
import { TimeBar } from "./time-bar.tsx";
import { ToastPlace } from "./toast-place.tsx";
import { useNotesKeys } from "./use-notes-keys.ts";

/** The keys that only this view has. */
const ownKeys: OwnCommands = {
  showStage: () => {
    showStage();
    return true;
  },
  notesSize: ({ by }) => {
    changeNotesSize(by);
    return true;
  },
  resetClock: () => {
    resetClock();
    return true;
  },
};

/** Leads the talk as the stage does: what is done in one is seen in both. */
export function PresenterPage() {
  const notes = useRef<HTMLElement>(null);
  const address = useAddress();
  const deck = useDeck();
  const slide = useSlide(address.slide);
  const entry = deck.slides[address.slide - 1];
  useSlidesRound(address.slide);
  useNotesKeys(notes);
  useKeys(ownKeys);
  useEffect(() => countSlideTimes(), []);
  useEffect(() => whenIdle(prefetchOverlays), []);
  useLayoutEffect(() => {
    delete document.documentElement.dataset.address;
    document.title = `Presenter · ${deck.title}`;
  }, [deck.title]);

  if (!entry) return <main className={styles.empty}>This deck has no slides.</main>;
  return (
    <>
      <div className={styles.page}>
        <TimeBar slide={address.slide} />
        <BlackNotice />
        <Panes
          current={<Current address={address} />}
          next={<Next address={address} />}
          notes={<Notes slide={slide} demo={address.demo} scroller={notes} />}
        />
        <Controls slide={address.slide} isDemo={address.demo !== null} />
      </div>
      <ToastPlace />
      <NumberEntry />
      <Overlays />
      <Announcer
        index={address.slide}
        label={slideLabel(entry, deck.total)}
        slide={slide}
        step={address.step}
      />
    </>
  );
}
