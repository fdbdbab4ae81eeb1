/** What the room sees: the slide with its terminal, or the demo that is open on it. */
import { useRef } from "react";
import { type Address, useDeck, useSlide } from "../app/index.ts";
import { FailureBoundary, OpenDemo, useSwipe } from "../deck/index.ts";
import { PointerLayer } from "../pointer/index.ts";
import { Slide, slideLabel } from "../slide/index.ts";
import { TerminalDrawer } from "../terminal/index.ts";
import styles from "./current.module.css";
import { ScaledStage } from "./scaled-stage.tsx";

/** Its buttons work as on the stage. */
export function Current({ address }: { address: Address }) {
  return (
    <div className={styles.current} data-demo={address.demo !== null}>
      <FailureBoundary key={address.demo}>
        {address.demo ? (
          <OpenDemo demo={address.demo} slide={address.slide} />
        ) : (
          <>
            <CurrentSlide index={address.slide} step={address.step} />
            <TerminalDrawer />
          </>
        )}
      </FailureBoundary>
    </div>
  );
}

function CurrentSlide({ index, step }: { index: number; step: number }) {
  const main = useRef<HTMLElement>(null);
  const { total } = useDeck();
  const slide = useSlide(index);
  useSwipe(main);
  return (
    <main className={styles.slide} aria-label="Current slide" ref={main}>
      <ScaledStage>
        {slide ? (
          <Slide key={index} slide={slide} label={slideLabel(slide, total)} step={step}>
            <PointerLayer slide={index} />
          </Slide>
        ) : (
          <p role="status">Fetching this slide…</p>
        )}
      </ScaledStage>
    </main>
  );
}
