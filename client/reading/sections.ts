/** A deck as a text: its sections, and the table of contents. */
import type { SlideEntry } from "../../server/protocol.ts";

/** A slide, or all the steps of one that is shown piece by piece. */
export interface Section {
  /** Indices of its first and last slide; the last one has everything. */
  first: number;
  last: number;
  number: number;
  title: string;
}

/** A line of the contents. */
export interface ContentsEntry {
  /** Position of the section that it leads to. */
  section: number;
  slide: number;
  title: string;
}

type Entries = readonly Pick<SlideEntry, "index" | "number" | "title" | "continued">[];

/** In the deck's order. */
export function sectionsOf(entries: Entries): Section[] {
  const sections: Section[] = [];
  for (const { index, number, title, continued } of entries) {
    const before = sections.at(-1);
    if (continued && before) Object.assign(before, { last: index, title: before.title || title });
    else sections.push({ first: index, last: index, number, title });
  }
  return sections;
}

/** The position of the section that a slide belongs to. */
export function sectionOfSlide(sections: readonly Section[], slide: number): number {
  return lastWhere(sections.length, (at) => (sections[at]?.first ?? 0) <= slide);
}

/** Titles in their order; sections that go on under the same title, and those without one, belong to the line before. */
export function contentsOf(sections: readonly Section[], deckTitle: string): ContentsEntry[] {
  const contents: ContentsEntry[] = [];
  sections.forEach(({ first, title }, section) => {
    const before = contents.at(-1);
    if (before && (title === "" || title === before.title)) return;
    contents.push({ section, slide: first, title: title || deckTitle });
  });
  return contents;
}

/** The position of the line that a section belongs to. */
export function contentsOfSection(contents: readonly ContentsEntry[], section: number): number {
  return lastWhere(contents.length, (at) => (contents[at]?.section ?? 0) <= section);
}

/** The last position of so many at which something still holds, by halving; 0 when it never does. */
export function lastWhere(count: number, holds: (at: number) => boolean): number {
  let [low, high] = [0, Math.max(0, count - 1)];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if (holds(middle)) low = middle;
    else high = middle - 1;
  }
  return low;
}
