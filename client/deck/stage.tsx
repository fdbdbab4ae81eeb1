/** The window that the slide is scaled to, the slide in it, and the buttons. */
import { useRef } from "react";
import type { Slide as SlideData } from "../../server/protocol.ts";
import { deck } from "../app/index.ts";
import { Controls } from "./controls.tsx";
import { Slide } from "./slide.tsx";
import { useSwipe } from "./use-swipe.ts";

/** The slide's part is mirrored by server/web/first-slide.ts: the same elements and classes. */
export function Stage({ slide, label }: { slide: SlideData; label: string }) {
  const stage = useRef<HTMLElement>(null);
  useSwipe(stage);
  return (
    <main className="stage" data-ratio={deck.ratio} ref={stage}>
      <Slide key={slide.index} slide={slide} label={label} />
      <Controls index={slide.index} />
    </main>
  );
}
