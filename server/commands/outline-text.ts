/** An outline for people: a line a slide, with what else there is on it. */
import type { Deck, OutlineSlide } from "../deck/index.ts";

/** Longer titles are cut, so that what stands behind them stays in its column. */
const longestTitle = 60;

/** The whole outline; `deck` is the same deck, compiled. */
export function outlineText(deck: Deck, slides: readonly OutlineSlide[]): string {
  const titles = slides.map(titleOf);
  const width = Math.max(0, ...titles.map((title) => title.length));
  const digits = String(deck.total).length;
  const rows = slides.map((slide, at) => {
    const marks = marksOf(slide, deck.slides[at]?.demos ?? []);
    const row = `${String(slide.number).padStart(digits + 2)}  ${(titles[at] ?? "").padEnd(width)}`;
    return marks.length > 0 ? `${row}  ${marks.join("  ")}` : row.trimEnd();
  });
  const list = rows.length > 0 ? [...rows, ""] : [];
  return [deck.title, "", ...list, totals(deck, slides)].join("\n");
}

function titleOf({ title, continued }: OutlineSlide): string {
  const text = title === "" ? "(no title)" : title;
  const short = text.length > longestTitle ? `${text.slice(0, longestTitle - 1)}…` : text;
  return continued ? `  + ${short}` : short;
}

function marksOf({ name, notes }: OutlineSlide, demos: readonly string[]): string[] {
  const marks = name ? [`#${name}`] : [];
  marks.push(...demos.map((demo) => `[demo ${demo}]`));
  if (notes.trim() !== "") marks.push("[notes]");
  return marks;
}

function totals(deck: Deck, slides: readonly OutlineSlide[]): string {
  const parts = [count(slides.length, "slide")];
  const continued = slides.filter((slide) => slide.continued).length;
  if (continued > 0) parts.push(`${continued} of them continued`);
  const withNotes = slides.filter((slide) => slide.notes.trim() !== "").length;
  if (withNotes > 0) parts.push(`${withNotes} with notes`);
  const demos = new Set(deck.slides.flatMap((slide) => slide.demos)).size;
  if (demos > 0) parts.push(count(demos, "demo"));
  return parts.join(", ");
}

function count(number: number, thing: string): string {
  return `${number} ${thing}${number === 1 ? "" : "s"}`;
}
