/** A demo over the text, which stays where it is and comes back as it was. */
import { type RefObject, Suspense, useLayoutEffect } from "react";
import { currentAddress, followTo } from "../app/index.ts";
import { FailureBoundary } from "../deck/index.ts";
import { DemoView } from "../demo/index.ts";
import styles from "./demo-layer.module.css";
import plain from "./plain-button.module.css";
import type { Reader } from "./reader.ts";
import { type Section, sectionOfSlide } from "./sections.ts";

/** The demo was opened from the text, so that the entry before it in the history is the text. */
let isOpenedHere = false;

/** A button in the text has opened it. */
export const openedHere = (): void => {
  isOpenedHere = true;
};

interface DemoLayerProps {
  demo: string;
  reader: RefObject<Reader | null>;
  sections: readonly Section[];
}

/** Back closes it, too. */
export function DemoLayer({ demo, reader, sections }: DemoLayerProps) {
  const { slide } = currentAddress();
  useLayoutEffect(
    () => () => {
      isOpenedHere = false;
      reader.current?.restore();
    },
    [reader],
  );
  const close = () => {
    if (isOpenedHere) history.back();
    else followTo({ slide });
  };
  const goOn = () => followTo({ slide: sections[sectionOfSlide(sections, slide) + 1]?.first ?? slide });
  return (
    <div className={styles.layer}>
      <FailureBoundary failed={(error) => <Failed error={error} onClose={close} />}>
        <Suspense fallback={null}>
          <DemoView demo={demo} slide={slide} onClose={close} onFinished={goOn} />
        </Suspense>
      </FailureBoundary>
    </div>
  );
}

function Failed({ error, onClose }: { error: string; onClose(): void }) {
  return (
    <main className={styles.failed} role="alert">
      <p>The demo could not be shown: {error}</p>
      <button type="button" className={plain.button} onClick={onClose}>
        Back to the text
      </button>
    </main>
  );
}
