/** The window that the slide is scaled to, the slide in it, its neighbours out of sight, and the buttons. */
import { useRef } from "react";
import { useDeck } from "../app/index.ts";
import { slideLabel } from "../slide/index.ts";
import { ComingSlide } from "./coming-slide.tsx";
import { Controls } from "./controls.tsx";
import "./stage.css";
import { StageSlide } from "./stage-slide.tsx";
import { useRound } from "./use-round.ts";
import { useSwipe } from "./use-swipe.ts";
import type { Shown } from "./use-turn.ts";

/** The slide's part is mirrored by server/web/first-slide.ts: the same elements and classes. */
export function Stage({ shown: { index, slide, step } }: { shown: Shown }) {
  const stage = useRef<HTMLElement>(null);
  const deck = useDeck();
  useSwipe(stage);
  const round = useRound(index, deck.slides.length);
  const entry = deck.slides[index - 1];
  return (
    <main className="stage" data-ratio={deck.ratio} ref={stage}>
      {round.map((each) => {
        if (each === index && !slide)
          return (
            entry && <ComingSlide key={each} label={slideLabel(entry, deck.total)} title={entry.title} />
          );
        const steps = each < index ? (deck.slides[each - 1]?.steps ?? 0) : 0;
        return (
          <StageSlide
            key={each}
            index={each}
            current={each === index ? slide : null}
            step={each === index ? step : steps}
          />
        );
      })}
      <Controls index={index} step={step} />
    </main>
  );
}
