/** The deck is taken anew when it was saved, also while there was no connection. */
import { currentAddress, deckHead, reloadDeck } from "../app/index.ts";
import { type Change, isOpened } from "./change.ts";

/** A server that could not answer is asked once more after this, in ms; after a lost line the next one asks. */
const retryMs = 500;

/** The reloads that were begun; resolves when the last of them has ended. */
export interface Reloading {
  done: Promise<void>;
}

/** One after the other, so that the deck saved last is shown last. */
export function takeSaves(reloading: Reloading): Change {
  const reload = (slide: number) => {
    const again = () => new Promise((resolve) => setTimeout(resolve, retryMs)).then(() => reloadDeck(slide));
    reloading.done = reloading.done.then(() => reloadDeck(slide).catch(again)).catch(() => {});
  };
  return (state, before) => {
    const { deck } = state.talk.saved;
    const here = currentAddress().slide;
    if (isOpened(state, before) && state.deck !== deckHead().version) reload(here);
    if (deck && deck !== before?.talk.saved.deck && deck.version !== deckHead().version)
      reload(deck.edited ?? here);
  };
}
