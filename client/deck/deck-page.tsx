/** The whole page: the slide or the demo that is open on it, the terminal beside it, and what lies over them. */
import { useEffect, useLayoutEffect } from "react";
import { useAddress, useDeck } from "../app/index.ts";
import { whenIdle } from "../connection/index.ts";
import { slideLabel } from "../slide/index.ts";
import { TerminalDrawer } from "../terminal/index.ts";
import { Announcer } from "./announcer.tsx";
import { Blackout } from "./blackout.tsx";
import styles from "./deck-page.module.css";
import { FailureBoundary } from "./failure-boundary.tsx";
import { NumberEntry } from "./number-entry.tsx";
import { OpenDemo } from "./open-demo.tsx";
import { Overlays, prefetchOverlays } from "./overlays.tsx";
import { Progress } from "./progress.tsx";
import { Stage } from "./stage.tsx";
import { useIdlePointer } from "./use-idle-pointer.ts";
import { useKeys } from "./use-keys.ts";
import { useSlidesRound } from "./use-slides-round.ts";
import { useTurn } from "./use-turn.ts";
import { useView } from "./view.ts";

/** Shows the place in the deck that the address names. */
export function DeckPage() {
  const address = useAddress();
  const blackout = useView((view) => view.blackout);
  const pointer = useIdlePointer();
  const deck = useDeck();
  const shown = useTurn(address);
  const { index } = shown;
  const entry = deck.slides[index - 1];
  useSlidesRound(address.slide);
  useKeys();
  useEffect(() => whenIdle(prefetchOverlays), []);
  useLayoutEffect(() => {
    delete document.documentElement.dataset.address;
  }, []);
  useLayoutEffect(() => {
    document.title = index > 1 && entry?.title ? `${entry.title} · ${deck.title}` : deck.title;
  }, [index, entry, deck]);

  if (!entry) return <main className={styles.empty}>This deck has no slides.</main>;
  return (
    <>
      <div className={styles.page} data-pointer={pointer} inert={blackout}>
        <FailureBoundary key={address.demo}>
          {address.demo ? (
            <OpenDemo demo={address.demo} slide={address.slide} />
          ) : (
            <>
              <Stage shown={shown} />
              <TerminalDrawer />
              <Progress index={index} count={deck.slides.length} />
            </>
          )}
        </FailureBoundary>
      </div>
      <NumberEntry />
      <Overlays />
      <Blackout />
      <Announcer {...shown} label={slideLabel(entry, deck.total)} />
    </>
  );
}
