/** Ties this window to the talk: it leads or follows, and takes the deck as it is saved. */
import { connectionStore, connectWhenIdle, whenIdle } from "../connection/index.ts";
import { prefetchPointer } from "../pointer/index.ts";
import type { Change } from "./change.ts";
import { followBlackout } from "./follow-blackout.ts";
import { followPlace } from "./follow-place.ts";
import { keepAwake } from "./keep-awake.ts";
import { takeLook } from "./take-look.ts";
import { takeSaves } from "./take-saves.ts";

/** Begins as soon as there is a connection, and goes on for the life of the page; a view to read alone only takes what is saved. */
export function startLive(view: string): void {
  const isShown = view !== "read";
  const reloading = { done: Promise.resolve() };
  const changes: Change[] = [takeSaves(reloading), takeLook()];
  if (isShown) changes.push(followPlace(reloading), followBlackout());
  if (isShown) keepAwake();
  if (isShown) whenIdle(prefetchPointer);

  connectWhenIdle();
  const changed: Change = (state, before) => {
    for (const change of changes) change(state, before);
  };
  changed(connectionStore.getState(), null);
  connectionStore.subscribe(changed);
}
