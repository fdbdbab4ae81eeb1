/** Which slide is on the stage: the one that the address names, as soon as it is there and the page was turned. */
import { useEffect, useLayoutEffect, useState } from "react";
import type { Slide } from "../../server/protocol.ts";
import { type Address, useDeck, useSlide } from "../app/index.ts";
import { type TurnKind, turnKind } from "./turn-kind.ts";
import { movesPage, skipTurn, turnPage } from "./turn-page.ts";

/** A slide, and the clicks taken on it; null where its content was not there in time. */
export interface Shown {
  index: number;
  slide: Slide | null;
  step: number;
}

/** As long as the last slide can stay without anybody asking why, in ms. */
const patienceMs = 300;

/** What is shown, what is to be, and how the page is being turned to it. */
interface Turn {
  shown: Shown;
  target: Shown;
  kind: TurnKind;
}

/** The last slide stays while the next one is on its way, and while its picture is taken. */
export function useTurn({ slide: index, step }: Address): Shown {
  const deck = useDeck();
  const slide = useSlide(index);
  const isLate = useIsLate(index, slide !== null);
  const [turn, setTurn] = useState<Turn>(() => still({ index, slide, step }));
  const { shown, target, kind } = turn;
  const next = nextOf({ index, slide, step }, target, isLate);
  const isNew = next.index !== target.index || next.slide !== target.slide || next.step !== target.step;
  if (isNew) {
    const wanted = shown.slide && next.slide ? turnKind(shown.slide, next.slide, deck) : "none";
    setTurn(movesPage(wanted) ? { shown, target: next, kind: wanted } : still(next));
  }
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever goes on does not wait for the last turn
  useLayoutEffect(() => skipTurn, [index]);
  useLayoutEffect(() => {
    if (shown === target) return;
    return turnPage(kind, target.index > shown.index ? "forward" : "back", () => setTurn(still(target)));
  }, [shown, target, kind]);
  return shown;
}

const still = (shown: Shown): Turn => ({ shown, target: shown, kind: "none" });

/** A slide that was saved and is being fetched again keeps its old content until then. */
function nextOf(wanted: Shown, last: Shown, isLate: boolean): Shown {
  if (wanted.slide) return wanted;
  if (wanted.index === last.index) return { ...last, step: wanted.step };
  return isLate ? wanted : last;
}

function useIsLate(index: number, isThere: boolean): boolean {
  const [late, setLate] = useState<number | null>(null);
  useEffect(() => {
    if (isThere) return;
    const timer = setTimeout(() => setLate(index), patienceMs);
    return () => {
      clearTimeout(timer);
      setLate(null);
    };
  }, [index, isThere]);
  return !isThere && late === index;
}
