/** What a page gets of a deck: the head at once, the slides in chunks, the texts when somebody searches. */
import type { Deck, Slide } from "../deck/index.ts";

/** A slide as the whole deck is told: where it is and what it is called. */
export type SlideEntry = Pick<Slide, "index" | "number" | "name" | "title" | "continued" | "steps"> & {
  /** Left out where nothing was said. */
  paceSeconds?: number;
};

/** All of a deck but its slides' content. */
export interface DeckHead extends Omit<Deck, "slides" | "problems" | "lab"> {
  /** Another one whenever the deck was saved. */
  version: string;
  slidesPerChunk: number;
  slides: SlideEntry[];
}

/** Slides that follow each other; the first chunk, 0, begins with slide 1. */
export interface SlideChunk {
  version: string;
  slides: Slide[];
}

/** What is written into a page: it can show the deck's beginning before it asks for anything. */
export interface PageData {
  head: DeckHead;
  /** The first ones. */
  slides: Slide[];
}

/** Plain text of each slide, for a search; notes are empty for those who do not get them. */
export interface DeckTexts {
  version: string;
  texts: { text: string; notes: string }[];
}
