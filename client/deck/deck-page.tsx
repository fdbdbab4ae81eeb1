/** The whole page: the slide or the demo that is open on it, the terminal beside it, and what lies over them. */
import { Suspense, useLayoutEffect } from "react";
import { deck, goTo, useAddress } from "../app/index.ts";
import { DemoView } from "../demo/index.ts";
import { TerminalDrawer } from "../terminal/index.ts";
import { Announcer } from "./announcer.tsx";
import { Blackout } from "./blackout.tsx";
import styles from "./deck-page.module.css";
import { FailureBoundary } from "./failure-boundary.tsx";
import { Help } from "./help.tsx";
import { moveFrom } from "./moves.ts";
import { NumberEntry } from "./number-entry.tsx";
import { Progress } from "./progress.tsx";
import { slideLabel } from "./slide-label.ts";
import { Stage } from "./stage.tsx";
import { useIdlePointer } from "./use-idle-pointer.ts";
import { useKeys } from "./use-keys.ts";
import { useView } from "./view.ts";

/** Shows the place in the deck that the address names. */
export function DeckPage() {
  const address = useAddress();
  const blackout = useView((view) => view.blackout);
  const pointer = useIdlePointer();
  const slide = deck.slides[address.slide - 1];
  useKeys();
  useLayoutEffect(() => {
    delete document.documentElement.dataset.address;
  }, []);
  useLayoutEffect(() => {
    document.title = address.slide > 1 && slide?.title ? `${slide.title} · ${deck.title}` : deck.title;
  }, [address.slide, slide]);

  if (!slide) return <main className={styles.empty}>This deck has no slides.</main>;
  const label = slideLabel(slide, deck.total);
  return (
    <>
      <div className={styles.page} data-pointer={pointer} inert={blackout}>
        <FailureBoundary key={address.demo}>
          {address.demo ? (
            <Suspense fallback={null}>
              <DemoView
                demo={address.demo}
                slide={slide.index}
                onClose={() => goTo({ slide: slide.index })}
                onFinished={() => goTo({ slide: moveFrom(slide.index, "next", deck.slides.length) })}
              />
            </Suspense>
          ) : (
            <>
              <Stage slide={slide} label={label} />
              <TerminalDrawer />
              <Progress index={slide.index} count={deck.slides.length} />
            </>
          )}
        </FailureBoundary>
      </div>
      <NumberEntry />
      <Help />
      <Blackout />
      <Announcer text={label} />
    </>
  );
}
