/** One slide: a region with a name, the content, and the number in the corner. */
import { memo, useRef } from "react";
import type { Slide as SlideData } from "../../server/protocol.ts";
import { deck } from "../app/index.ts";
import { renderNodes } from "../content/index.ts";
import { RunDemo } from "../demo/index.ts";
import { backgroundStyle } from "./background.ts";
import { CodeBlock } from "./code-block.tsx";
import { largestScale } from "./fit-scale.ts";
import { slideClasses } from "./slide-classes.ts";
import { SlideContext } from "./slide-context.ts";
import { useFit } from "./use-fit.ts";

const components = { "run-demo": RunDemo, "code-block": CodeBlock };

/** Mirrored by server/web/first-slide.ts: the same elements and classes. */
export const Slide = memo(function Slide({ slide, label }: { slide: SlideData; label: string }) {
  const frame = useRef<HTMLElement>(null);
  useFit(frame, largestScale(slide, deck.slides[slide.index]));
  return (
    <section
      className={slideClasses(slide)}
      aria-label={label}
      data-continued={slide.continued}
      style={backgroundStyle(slide.properties)}
      ref={frame}
    >
      <div className="slide-body" id={slide.name ? `slide-${slide.name}` : undefined}>
        <SlideContext value={slide}>{renderNodes(slide.content, components)}</SlideContext>
      </div>
      <p className="slide-number">
        {slide.number} / {deck.total}
      </p>
    </section>
  );
});
