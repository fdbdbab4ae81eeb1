/** The part of a text where something was found, with what was found marked. */
import { foldWithPlaces } from "./fold.ts";

/** A piece of text, and whether it is what was asked for. */
export interface Part {
  text: string;
  isFound: boolean;
}

/** As much text as fits two lines of a hit, in characters, and how much of it stands before the first find. */
const [mostCharacters, before] = [150, 40];

/** All of a text, with the words marked; longer ones and ones further left go before others. */
export function mark(text: string, words: readonly string[]): Part[] {
  const parts: Part[] = [];
  let done = 0;
  for (const [from, to] of finds(text, words)) {
    if (from > done) parts.push({ text: text.slice(done, from), isFound: false });
    parts.push({ text: text.slice(from, to), isFound: true });
    done = to;
  }
  if (done < text.length) parts.push({ text: text.slice(done), isFound: false });
  return parts;
}

/** A few words round the place with the most finds, cut at blanks. */
export function excerpt(text: string, words: readonly string[]): Part[] {
  const all = finds(text, words);
  const first = densest(all);
  const from = first < before ? 0 : afterBlank(text, first - before);
  const to = from + mostCharacters >= text.length ? text.length : beforeBlank(text, from + mostCharacters);
  const parts = mark(text.slice(from, to), words);
  if (from > 0) parts.unshift({ text: "… ", isFound: false });
  if (to < text.length) parts.push({ text: " …", isFound: false });
  return parts;
}

type Range = readonly [from: number, to: number];

function finds(text: string, words: readonly string[]): Range[] {
  const { folded, places } = foldWithPlaces(text);
  const ranges: Range[] = [];
  for (const word of words) {
    if (word === "") continue;
    for (let at = folded.indexOf(word); at >= 0; at = folded.indexOf(word, at + word.length)) {
      const from = places[at] ?? 0;
      ranges.push([from, Math.max(from + 1, places[at + word.length] ?? text.length)]);
    }
  }
  ranges.sort((one, other) => one[0] - other[0] || other[1] - one[1]);
  let end = 0;
  return ranges.filter(([from, to]) => {
    if (from < end) return false;
    end = to;
    return true;
  });
}

function densest(ranges: readonly Range[]): number {
  let best = { from: 0, count: 0 };
  ranges.forEach(([from], at) => {
    const end = from + mostCharacters - before;
    let last = at;
    while ((ranges[last + 1]?.[1] ?? Number.POSITIVE_INFINITY) <= end) last += 1;
    if (last - at + 1 > best.count) best = { from, count: last - at + 1 };
  });
  return best.from;
}

function afterBlank(text: string, at: number): number {
  const blank = text.indexOf(" ", at);
  return blank < 0 || blank > at + before / 2 ? at : blank + 1;
}

function beforeBlank(text: string, at: number): number {
  const blank = text.lastIndexOf(" ", at);
  return blank < at - before / 2 ? at : blank;
}
