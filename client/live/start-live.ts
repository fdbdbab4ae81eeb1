/** Ties this window to the talk: it leads or follows, and takes the deck as it is saved. */
import type { Place } from "../../server/protocol.ts";
import {
  currentAddress,
  deckHead,
  followTo,
  onAddressChange,
  onDeckChange,
  reloadDeck,
} from "../app/index.ts";
import {
  type ConnectionState,
  connectionStore,
  connectWhenIdle,
  say,
  whenIdle,
} from "../connection/index.ts";
import { followBlackout, useView } from "../deck/index.ts";
import { prefetchPointer } from "../pointer/index.ts";
import { Follow } from "./follow.ts";
import { keepAwake } from "./keep-awake.ts";
import { Pictures } from "./renew-pictures.ts";
import { renewStyle, wearLook } from "./renew-style.ts";

/** A server that could not answer is asked once more after this, in ms; after a lost line the next one asks. */
const retryMs = 500;

type Change = (state: ConnectionState, before: ConnectionState | null) => void;

/** Begins as soon as there is a connection, and goes on for the life of the page; a view to read alone only takes what is saved. */
export function startLive(view: string): void {
  const isShown = view !== "read";
  const reloading = { done: Promise.resolve() };
  const changes: Change[] = [takeSaves(reloading), takeLook()];
  if (isShown) changes.push(takePlaces(reloading), takeBlackout);
  if (isShown) keepAwake();
  if (isShown) whenIdle(prefetchPointer);

  connectWhenIdle();
  const changed: Change = (state, before) => {
    for (const change of changes) change(state, before);
  };
  changed(connectionStore.getState(), null);
  connectionStore.subscribe(changed);
}

/** The deck is taken anew when it was saved, also while there was no connection. */
function takeSaves(reloading: { done: Promise<void> }): Change {
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

function takeLook(): Change {
  const pictures = new Pictures(document);
  let opened = 0;
  onDeckChange(() => wearLook(deckHead(), document));
  return (state, before) => {
    const { saved } = state.talk;
    if (isOpened(state, before)) opened += 1;
    const isReopened = isOpened(state, before) && opened > 1;
    if (isReopened || saved.style !== (before?.talk.saved.style ?? 0))
      renewStyle(document, saved.style + opened - 1);
    if (before && saved.pictures !== before.talk.saved.pictures) pictures.renew(saved.pictures);
  };
}

function takePlaces(reloading: { done: Promise<void> }): Change {
  let version = deckHead().version;
  let isFollowing = false;
  /** Where to go once the deck is there; a move of this window comes before that. */
  let coming: Place | null = null;
  const follow = new Follow(
    {
      place: placeNow,
      go: (place) => {
        coming = place;
        void reloading.done.then(() => {
          if (coming !== place) return;
          isFollowing = true;
          followTo(place);
          isFollowing = false;
        });
      },
      tell: (place) => say({ type: "go", place }),
    },
    isOpenedAtPlace(),
  );

  onDeckChange(() => {
    version = deckHead().version;
  });
  onAddressChange(() => {
    const isOwn = !isFollowing && deckHead().version === version;
    if (!isOwn || !leads(connectionStore.getState())) return;
    coming = null;
    follow.moved();
  });
  return (state, before) => {
    const { place } = state.talk;
    if (isOpened(state, before) && leads(state)) follow.connected(place?.place ?? null);
    else if (place && place !== before?.talk.place && state.role !== "reader")
      follow.heard(place.place, leads(state) && place.by === state.seat);
  };
}

/** What was pressed while nobody heard is said as soon as somebody does. */
const takeBlackout: Change = (state, before) => {
  const { blackout } = useView.getState();
  if (state.role === "reader") return;
  if (before && isOpened(state, before) && leads(state) && blackout !== before.talk.blackout)
    say({ type: "blackout", on: blackout });
  else if (state.talk.blackout !== (before?.talk.blackout ?? false)) followBlackout(state.talk.blackout);
};

function isOpened(state: ConnectionState, before: ConnectionState | null): boolean {
  return state.link === "open" && before?.link !== "open";
}

/** Before the first word of the server a window counts as leading: its moves are told once there is a connection. */
function leads({ role }: ConnectionState): boolean {
  return role === "presenter" || role === null;
}

function placeNow(): Place {
  const { slide, step, demo } = currentAddress();
  return { slide, step, demo };
}

/** Opened by a link to a place; a reload, Back and a window that another one opened come to where the talk is. */
function isOpenedAtPlace(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isByLink = entry?.type === "navigate" && window.opener === null;
  return isByLink && !["", "#", "#1"].includes(location.hash);
}
