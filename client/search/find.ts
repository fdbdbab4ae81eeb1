/** Finds slides by number, name and words. */
import type { SlideEntry } from "../../server/protocol.ts";
import { fold } from "./fold.ts";

export type Entry = Pick<SlideEntry, "index" | "number" | "name" | "title" | "continued">;
export type Text = { text: string; notes: string };

/** A slide with its words as they are compared. */
export interface Indexed {
  entry: Entry;
  name: string;
  title: string;
  /** Title and name. */
  heading: string;
  text: string;
  notes: string;
}

/** What of the slide it was found by; `number` and `name` lead there and nowhere else. */
export type Place = "number" | "name" | "title" | "text" | "notes";

export interface Hit {
  entry: Entry;
  place: Place;
}

/** Prepares a search; without texts only numbers, names and titles are found. */
export function indexSlides(entries: readonly Entry[], texts: readonly Text[] | null): Indexed[] {
  return entries.map((entry, at) => {
    const [name, title] = [fold(entry.name ?? ""), fold(entry.title)];
    const [text, notes] = [fold(texts?.[at]?.text ?? ""), fold(texts?.[at]?.notes ?? "")];
    return { entry, name, title, heading: `${title} ${name}`, text, notes };
  });
}

/** The words of a query, as they are compared. */
export function wordsOf(query: string): string[] {
  return fold(query).split(/\s+/).filter(Boolean);
}

/**
 * All hits, the best first: the number, the name, titles that begin so, words of titles, of texts, of notes; among
 * equals, words that begin so before those that hold it, then phrases, then the deck's order. All words must be there.
 */
export function find(query: string, slides: readonly Indexed[]): Hit[] {
  const asked = fold(query.trim());
  const words = wordsOf(query);
  if (words.length === 0) return [];
  const ranked: { hit: Hit; rank: number }[] = [];
  for (const slide of slides) {
    const found = addressed(asked, slide) ?? worded(asked, words, slide);
    if (found) ranked.push({ hit: { entry: slide.entry, place: found.place }, rank: found.rank });
  }
  ranked.sort((one, other) => one.rank - other.rank || one.hit.entry.index - other.hit.entry.index);
  return withoutRepeats(ranked.map(({ hit }) => hit));
}

interface Found {
  place: Place;
  rank: number;
}

/** `12` is the slide's number, `#12` its index, `#name` and `name` its name. */
function addressed(asked: string, { entry, name }: Indexed): Found | null {
  const isIndex = asked === `#${entry.index}`;
  if (isIndex || (asked === String(entry.number) && entry.number > 0)) return { place: "number", rank: 0 };
  if (name !== "" && (asked === name || asked === `#${name}`)) return { place: "name", rank: 1 };
  return null;
}

/** In steps of ten, so that what is finer has room between them. */
const ranks = { titleBegins: 10, title: 20, text: 30, notes: 40 } as const;

function worded(asked: string, words: readonly string[], slide: Indexed): Found | null {
  const { title, text, notes } = slide;
  if (title.startsWith(asked)) return { place: "title", rank: ranks.titleBegins };
  let place: "title" | "text" | "notes" = "title";
  let inside = 0;
  for (const word of words) {
    const found = where(word, slide);
    if (!found) return null;
    if (ranks[found.place] > ranks[place]) place = found.place;
    if (!found.begins) inside = 1;
  }
  const searched = place === "title" ? title : place === "text" ? text : notes;
  const isPhrase = words.length > 1 && searched.includes(asked);
  return { place, rank: ranks[place] + inside * 2 + (isPhrase ? 0 : 1) };
}

function where(word: string, { heading, text, notes }: Indexed) {
  if (heading.includes(word)) return { place: "title", begins: beginsWord(word, heading) } as const;
  if (text.includes(word)) return { place: "text", begins: beginsWord(word, text) } as const;
  if (notes.includes(word)) return { place: "notes", begins: beginsWord(word, notes) } as const;
  return null;
}

const letter = /[\p{L}\p{N}]/u;

function beginsWord(word: string, text: string): boolean {
  if (!letter.test(word[0] ?? "")) return true;
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    if (at === 0 || !letter.test(text[at - 1] ?? "")) return true;
  }
  return false;
}

/** A slide's later steps have all that its earlier ones have: of those that follow each other only the best stays. */
function withoutRepeats(hits: Hit[]): Hit[] {
  const found = new Map(hits.map((hit, rank) => [hit.entry.index, { hit, rank }]));
  const isRepeat = ({ entry: { index, continued }, place }: Hit, rank: number): boolean => {
    if (place === "number" || place === "name") return false;
    const before = continued ? found.get(index - 1) : undefined;
    return before !== undefined && before.rank < rank;
  };
  return hits.filter((hit, rank) => !isRepeat(hit, rank));
}
