/** Fetches the slides that are looked at now, and those that may be looked at next. */
import { useEffect } from "react";
import { loadSlides, reloadDeck, useDeck } from "../app/index.ts";
import { whenIdle } from "../connection/index.ts";

/** Between attempts to get a slide from a server that does not answer, in ms. */
const againMs = 2000;

/** The neighbours at once, the chunks on both sides when there is time; a failed fetch is tried again while the slide is shown. */
export function useSlidesRound(index: number): void {
  const { version, slidesPerChunk } = useDeck();
  // biome-ignore lint/correctness/useExhaustiveDependencies: a saved deck is fetched anew
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    let callOff = () => {};
    let isOver = false;
    const load = async () => {
      await loadSlides(index - 1, index + 1);
      if (isOver) return;
      callOff = whenIdle(() => {
        loadSlides(index - slidesPerChunk, index + slidesPerChunk).catch(() => {});
      });
    };
    const loadAgain = () => reloadDeck(index).then(load).catch(fail);
    const fail = () => {
      if (!isOver) timer = setTimeout(loadAgain, againMs);
    };
    load().catch(fail);
    return () => {
      isOver = true;
      clearTimeout(timer);
      callOff();
    };
  }, [index, version, slidesPerChunk]);
}
