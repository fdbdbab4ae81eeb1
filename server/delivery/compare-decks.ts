/** What an edit did to a deck's slides: which one was edited first, and where the others are now. */
import type { Deck, Slide } from "../deck/index.ts";
import { findPlaces } from "./find-places.ts";

export interface Edit {
  /** The index of the first slide that is not as it was, in the deck as it is now. Null when there is none, and when the deck is a smaller one without anything of what it was: it is being written. */
  edited: number | null;
  /** Where a slide of the deck before is now, null when it is gone. In a deck that is being written all stay where they were, for they may come back. */
  placeNow(index: number): number | null;
}

/** Compares by content, since numbers move when a slide before comes or goes. */
export function compareDecks(before: Deck, after: Deck): Edit {
  const [was, is] = [before.slides, after.slides];
  const most = Math.min(was.length, is.length);
  let same = 0;
  while (same < most && isSame(was[same], is[same])) same += 1;
  let sameEnd = 0;
  while (sameEnd < most - same && isSame(was.at(-1 - sameEnd), is.at(-1 - sameEnd))) sameEnd += 1;
  const isUnchanged = same === was.length && same === is.length;
  const isOther = same + sameEnd === 0 && is.length < was.length;
  const { places, isAnyKept } = findPlaces(
    was.slice(same, was.length - sameEnd),
    is.slice(same, is.length - sameEnd),
  );
  const isBeingWritten = isOther && !isAnyKept;
  return {
    edited: isUnchanged || isBeingWritten ? null : Math.min(same + 1, is.length),
    placeNow(index) {
      if (isBeingWritten || index <= same || index > was.length) return index;
      if (index > was.length - sameEnd) return index + is.length - was.length;
      const place = places[index - same - 1] ?? null;
      return place === null ? null : same + place + 1;
    },
  };
}

function isSame(was: Slide | undefined, is: Slide | undefined): boolean {
  if (!was || !is || was === is) return was === is;
  return isEqual(was.content, is.content) && isEqual(was.notes, is.notes) && isEqual(look(was), look(is));
}

function look({ name, classes, properties, blocks, steps, paceSeconds }: Slide): unknown {
  return [name, classes, properties, blocks, steps, paceSeconds];
}

function isEqual(one: unknown, other: unknown): boolean {
  return one === other || JSON.stringify(one) === JSON.stringify(other);
}
