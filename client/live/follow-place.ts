/** This window goes where the talk goes, and the talk where this window goes. */
import type { Place } from "../../server/protocol.ts";
import { currentAddress, deckHead, followTo, hasMoved, onAddressChange, onDeckChange } from "../app/index.ts";
import { connectionStore, say } from "../connection/index.ts";
import { type Change, isOpened, leads } from "./change.ts";
import { Follow } from "./follow.ts";
import { isElsewhere } from "./is-elsewhere.ts";
import type { Reloading } from "./take-saves.ts";

/** Places are those of the deck that was saved last, so that they wait until it is there. */
export function followPlace(reloading: Reloading): Change {
  const isOpenedAtPlace = wasOpenedAtPlace();
  let version = deckHead().version;
  let isFollowing = false;
  /** Where to go once the deck is there; a move of this window comes before that. */
  let coming: Place | null = null;
  const follow = new Follow<Place>({
    now: placeNow,
    take: (place) => {
      coming = place;
      void reloading.done.then(() => {
        if (coming !== place) return;
        isFollowing = true;
        followTo(place);
        isFollowing = false;
      });
    },
    tell: (place) => say({ type: "go", place }),
    leadsAtFirst: (place) => hasMoved() || (isOpenedAtPlace && isElsewhere(placeNow(), place)),
  });

  onDeckChange(() => {
    version = deckHead().version;
  });
  onAddressChange(() => {
    const isOwn = !isFollowing && deckHead().version === version;
    if (!isOwn || !leads(connectionStore.getState())) return;
    coming = null;
    follow.changed();
  });
  return (state, before) => {
    const { place } = state.talk;
    if (isOpened(state, before) && leads(state)) follow.connected(place?.place ?? null);
    else if (place && place !== before?.talk.place && state.role !== "reader")
      follow.heard(place.place, leads(state) && place.by === state.seat);
  };
}

function placeNow(): Place {
  const { slide, step, demo } = currentAddress();
  return { slide, step, demo };
}

/** Opened by a link to a place; a reload, Back and a window that another one opened come to where the talk is. */
function wasOpenedAtPlace(): boolean {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const isByLink = entry?.type === "navigate" && window.opener === null;
  return isByLink && !["", "#", "#1"].includes(location.hash);
}
