/** The deck's page: Vite's index.html with the first slide and the deck's data filled in. */
import type { Deck } from "../deck/index.ts";
import { escapeHtml, slideHtml } from "../deck/index.ts";
import { firstSlideHtml } from "./first-slide.ts";

/** Fills the template's marks; nothing of the deck can end the data block or the page. */
export function deckPage(template: string, deck: Deck): string {
  const slide = deck.slides[0];
  const first = slide ? firstSlideHtml(deck, slideHtml(slide.content)) : "";
  const data = JSON.stringify(deck)
    .replace(/</g, "\\u003c")
    .replace(/\u2028|\u2029/g, "");
  return template
    .replace(/<title>.*?<\/title>/s, () => `<title>${escapeHtml(deck.title)}</title>`)
    .replace("<!--first-slide-->", () => first)
    .replace("<!--deck-data-->", () => `<script type="application/json" id="deck-data">${data}</script>`);
}
