/** A slide on the stage: the one that is looked at, or a neighbour kept ready. */
import { memo } from "react";
import type { Slide as SlideData } from "../../server/protocol.ts";
import { useDeck, useSlide } from "../app/index.ts";
import { PointerLayer } from "../pointer/index.ts";
import { Slide, slideLabel } from "../slide/index.ts";

interface StageSlideProps {
  index: number;
  /** What is shown of the current slide; null for a neighbour, which is shown when it was fetched. */
  current: SlideData | null;
  /** Clicks taken on it. */
  step: number;
}

/** A neighbour waits at its first look when it is the next one, and at its last when it is the one before. */
export const StageSlide = memo(function StageSlide({ index, current, step }: StageSlideProps) {
  const { total } = useDeck();
  const fetched = useSlide(index);
  const slide = current ?? fetched;
  if (!slide) return null;
  return (
    <Slide slide={slide} label={slideLabel(slide, total)} step={step} isAside={current === null}>
      {current && <PointerLayer slide={index} />}
    </Slide>
  );
});
