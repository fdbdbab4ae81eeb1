/** Where a reader left off: kept by the deck's title, and found again in a deck that was edited since. */
import type { SlideEntry } from "../../server/protocol.ts";

/** A slide, described so that it is found again. */
export type Mark = Pick<SlideEntry, "index" | "name" | "title">;

type Store = Pick<Storage, "getItem" | "setItem" | "removeItem">;

const key = (deckTitle: string): string => `shelldeck.reading.${deckTitle}`;

/** Storage can be forbidden or full; reading then starts at the beginning. */
export function remember(deckTitle: string, { index, name, title }: Mark, store: () => Store = local): void {
  try {
    if (index <= 1) store().removeItem(key(deckTitle));
    else store().setItem(key(deckTitle), JSON.stringify({ index, name, title }));
  } catch {
    return;
  }
}

/** Null when nothing was kept. */
export function recall(deckTitle: string, store: () => Store = local): Mark | null {
  try {
    const kept: unknown = JSON.parse(store().getItem(key(deckTitle)) ?? "null");
    return isMark(kept) ? kept : null;
  } catch {
    return null;
  }
}

/** The index of the marked slide now: by its name, else the nearest slide with its title, else where it was. */
export function findAgain({ index, name, title }: Mark, entries: readonly Mark[]): number {
  const named = name === null ? undefined : entries.findLast((entry) => entry.name === name);
  if (named) return named.index;
  const same = title === "" ? [] : entries.filter((entry) => entry.title === title);
  const distance = (entry: Mark) => Math.abs(entry.index - index);
  const [first, ...others] = same;
  if (!first) return Math.max(1, Math.min(index, entries.length));
  return others.reduce((best, entry) => (distance(entry) < distance(best) ? entry : best), first).index;
}

const local = (): Store => localStorage;

function isMark(kept: unknown): kept is Mark {
  if (typeof kept !== "object" || kept === null) return false;
  const { index, name, title } = kept as Record<string, unknown>;
  return Number.isInteger(index) && (name === null || typeof name === "string") && typeof title === "string";
}
