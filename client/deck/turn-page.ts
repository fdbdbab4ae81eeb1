/** Turns the page by the View Transitions API; theme/transitions.css says how that looks. */
import { flushSync } from "react-dom";
import type { TurnKind } from "./turn-kind.ts";

let running: ViewTransition | null = null;

/** Whether a slide that follows this way is to be moved at all: not where motion is unwelcome, nor for those in a hurry. */
export function movesPage(kind: TurnKind): boolean {
  return (
    kind !== "none" &&
    running === null &&
    typeof document.startViewTransition === "function" &&
    !document.hidden &&
    !matchMedia("(prefers-reduced-motion: reduce)").matches
  );
}

/** Ends the turn that is being shown, if one is. */
export function skipTurn(): void {
  running?.skipTransition();
}

/** Shows the next slide by `show` as soon as the old one's picture is taken; the answer calls that off. */
export function turnPage(kind: TurnKind, direction: "forward" | "back", show: () => void): () => void {
  let isOff = false;
  const { dataset } = document.documentElement;
  dataset.transition = kind;
  dataset.direction = direction;
  const turn = document.startViewTransition(() => {
    if (!isOff) flushSync(show);
  });
  running = turn;
  turn.ready.catch(() => {});
  const end = () => {
    if (running !== turn) return;
    running = null;
    delete dataset.transition;
    delete dataset.direction;
  };
  turn.finished.then(end, end);
  return () => {
    isOff = true;
  };
}
