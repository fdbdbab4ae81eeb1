/** What the overview shows: a cell a slide, or one for all the steps of a slide that is shown piece by piece. */
import type { SlideEntry } from "../../server/protocol.ts";

export interface Cell {
  /** Index of the slide that it leads to. */
  slide: number;
  /** Index of the slide that it shows: the last step has everything. */
  shown: number;
  number: number;
  title: string;
  /** How many slides it stands for. */
  steps: number;
  /** Which step of its slide it is, from 1; null for a whole slide. */
  step: number | null;
}

type Entries = readonly Pick<SlideEntry, "index" | "number" | "title" | "continued">[];

/** `isFolded`: the steps of a slide are one cell. */
export function cellsOf(entries: Entries, isFolded: boolean): Cell[] {
  return chains(entries).flatMap((chain) => (isFolded ? folded(chain) : single(chain)));
}

/** Whether folding changes anything. */
export function hasSteps(entries: Entries): boolean {
  return entries.some(({ index, continued }) => continued && index > 1);
}

/** The position of the cell that stands for a slide. */
export function cellOfSlide(cells: readonly Cell[], slide: number): number {
  let [low, high] = [0, cells.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((cells[middle]?.slide ?? 0) <= slide) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** The index of the first slide with this number, or null. */
export function slideWithNumber(entries: Entries, number: number): number | null {
  return entries.find((entry) => entry.number === number)?.index ?? null;
}

function chains(entries: Entries): Entries[] {
  const all: Entries[number][][] = [];
  for (const entry of entries) {
    const chain = all.at(-1);
    if (entry.continued && chain) chain.push(entry);
    else all.push([entry]);
  }
  return all;
}

function folded(chain: Entries): Cell[] {
  const [first, last] = [chain[0], chain.at(-1)];
  if (!first || !last) return [];
  const { index: slide, number, title } = first;
  return [{ slide, shown: last.index, number, title: title || last.title, steps: chain.length, step: null }];
}

function single(chain: Entries): Cell[] {
  return chain.map(({ index, number, title }, at) => {
    return { slide: index, shown: index, number, title, steps: 1, step: chain.length > 1 ? at + 1 : null };
  });
}
