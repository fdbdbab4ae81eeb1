/** Finds the slides of one list in another: by what they show, by their names, and by what stands before them. */
import type { Slide } from "../deck/index.ts";

/** What a slide is known by. */
export type Findable = Pick<Slide, "content" | "name" | "title">;

export interface Places {
  /** Of each slide that was, its index in what is; null for those that are gone. */
  places: (number | null)[];
  /** Whether one of them shows what it did. */
  isAnyKept: boolean;
}

/** Content is compared as objects: a compiler gives the same for what did not change. */
export function findPlaces(was: readonly Findable[], is: readonly Findable[]): Places {
  const places: (number | null)[] = was.map(() => null);
  const isTaken = is.map(() => false);
  const take = (index: number, place: number) => {
    places[index] = place;
    isTaken[place] = true;
  };
  const match = (keyOf: (slide: Findable) => unknown) => {
    const free = freeBy(keyOf, is, isTaken);
    for (const [index, slide] of was.entries()) {
      const place = places[index] === null ? free.get(keyOf(slide))?.pop() : undefined;
      if (place !== undefined) take(index, place);
    }
  };
  match(({ content }) => content);
  const isAnyKept = isTaken.includes(true);
  match(({ name }) => name);
  match(({ title }) => title || null);
  // A slide that was written anew still stands behind the one that it stood behind.
  for (const [index, place] of places.entries()) {
    const behind = index === 0 ? 0 : (places[index - 1] ?? is.length) + 1;
    if (place === null && isTaken[behind] === false) take(index, behind);
  }
  return { places, isAnyKept };
}

/** The indexes of slides that are not taken, the last first; those whose key is null are not found by it. */
function freeBy(
  keyOf: (slide: Findable) => unknown,
  slides: readonly Findable[],
  isTaken: readonly boolean[],
): Map<unknown, number[]> {
  const free = new Map<unknown, number[]>();
  for (let index = slides.length - 1; index >= 0; index--) {
    const slide = slides[index];
    const key = slide && !isTaken[index] ? keyOf(slide) : null;
    if (key === null) continue;
    const indexes = free.get(key);
    if (indexes) indexes.push(index);
    else free.set(key, [index]);
  }
  return free;
}
