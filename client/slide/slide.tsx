/** One slide: a region with a name, the content, and the number in the corner. */
import { memo, type ReactNode, useRef } from "react";
import type { Slide as SlideData } from "../../server/protocol.ts";
import { useDeck } from "../app/index.ts";
import { backgroundStyle } from "./background.ts";
import { largestScale } from "./fit-scale.ts";
import { followFootnote } from "./follow-footnote.ts";
import { numberText } from "./number-text.ts";
import { slideClasses } from "./slide-classes.ts";
import { SlideContent } from "./slide-content.tsx";
import { StepContext } from "./step-context.ts";
import { useFit } from "./use-fit.ts";

export interface SlideProps {
  slide: SlideData;
  /** As `slideLabel` has it. */
  label: string;
  /** Clicks taken on it; null shows its code without them. */
  step?: number | null;
  /** Kept ready out of sight, for nobody to reach. */
  isAside?: boolean;
  /** What lies over it. */
  children?: ReactNode;
}

/** Mirrored by server/web/first-slide.ts: the same elements and classes. */
export const Slide = memo(function Slide({ slide, label, step = 0, isAside = false, children }: SlideProps) {
  const frame = useRef<HTMLElement>(null);
  const deck = useDeck();
  useFit(frame, slide, largestScale(slide, deck.slides[slide.index]), !isAside);
  const number = numberText(deck.numberFormat, slide.number, deck.total);
  return (
    <section
      className={slideClasses(slide)}
      aria-label={label}
      aria-hidden={isAside || undefined}
      inert={isAside}
      data-continued={slide.continued}
      style={backgroundStyle(slide.properties)}
      ref={frame}
      onClick={followFootnote}
    >
      <div className="slide-body" id={slide.name ? `slide-${slide.name}` : undefined}>
        <StepContext value={step}>
          <SlideContent slide={slide} />
        </StepContext>
      </div>
      {number === "" ? null : <p className="slide-number">{number}</p>}
      {children}
    </section>
  );
});
