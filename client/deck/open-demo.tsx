/** The demo that is open on a slide, in the slide's place. */
import { Suspense } from "react";
import { goTo, useDeck } from "../app/index.ts";
import { DemoView } from "../demo/index.ts";
import { slideAfter } from "./moves.ts";

/** Back leads to its slide, and from its end one goes on to the slide after it. */
export function OpenDemo({ demo, slide }: { demo: string; slide: number }) {
  const { slides } = useDeck();
  return (
    <Suspense fallback={null}>
      <DemoView
        demo={demo}
        slide={slide}
        onClose={() => goTo({ slide })}
        onFinished={() => goTo(slideAfter(slide, slides))}
      />
    </Suspense>
  );
}
