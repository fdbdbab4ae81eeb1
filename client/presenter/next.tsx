/** What the next press brings, as a picture and in words. */
import { type Address, useDeck, useSlide } from "../app/index.ts";
import { Slide, sayStep } from "../slide/index.ts";
import styles from "./next.module.css";
import { NextDemoStep } from "./next-demo-step.tsx";
import { type NextUp, nextUp } from "./next-up.ts";
import { ScaledStage } from "./scaled-stage.tsx";

/** In a demo its next step; else more of this slide, or the next one. */
export function Next({ address }: { address: Address }) {
  const deck = useDeck();
  if (address.demo) return <NextDemoStep demo={address.demo} />;
  return <NextSlide next={nextUp(deck.slides, address)} />;
}

function NextSlide({ next }: { next: NextUp }) {
  const deck = useDeck();
  const slide = useSlide(next.kind === "end" ? 0 : next.slide);
  const title = next.kind === "end" ? "" : (deck.slides[next.slide - 1]?.title ?? "");
  const words = {
    end: "This is the last slide",
    step: slide && next.kind === "step" ? sayStep(slide.content, next.step - 1, next.step) : "",
    slide: title,
  }[next.kind];
  return (
    <section className={styles.next} aria-label="Next">
      <h2 className={styles.words}>
        <span>{next.kind === "end" ? "End" : "Next"}</span> {words}
      </h2>
      <div className={styles.picture} inert aria-hidden="true">
        {slide ? (
          <ScaledStage isPicture>
            <Slide key={slide.index} slide={slide} label="" step={next.kind === "step" ? next.step : 0} />
          </ScaledStage>
        ) : null}
      </div>
    </section>
  );
}
