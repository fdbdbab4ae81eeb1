/** The line below the hits: how many there are, and what was searched. */
import type { Texts } from "./texts.ts";

interface Searched {
  query: string;
  hits: number;
  shown: number;
  /** Of the deck. */
  slides: number;
  texts: Texts;
}

/** Says also what could not be searched, or not yet. */
export function statusText({ query, hits, shown, slides, texts }: Searched): string {
  const all = `${slides} ${slides === 1 ? "slide" : "slides"}`;
  const fields = fieldsOf(texts);
  if (query.trim() === "") return `Searches ${fields} of ${all}.${missing(texts)}`;
  if (hits === 0 && texts.state === "loading") return `Looking through ${all}…`;
  if (hits === 0) return `Nothing found for “${query.trim()}” in ${fields} of ${all}.${missing(texts)}`;
  const found = `${hits} ${hits === 1 ? "slide" : "slides"} found`;
  return `${found}${shown < hits ? `; the best ${shown} are shown` : ""}.${missing(texts)}`;
}

function fieldsOf(texts: Texts): string {
  if (texts.state === "failed") return "numbers, names and titles";
  const hasNotes = texts.state === "ready" && texts.texts.some(({ notes }) => notes !== "");
  return hasNotes ? "numbers, names, titles, text and notes" : "numbers, names, titles and text";
}

function missing(texts: Texts): string {
  if (texts.state === "loading") return " The text is being fetched…";
  return texts.state === "failed" ? " The text could not be fetched; close and search again." : "";
}
