/** The deck's page: Vite's index.html with the first slide and the deck's data filled in. */
import type { Deck } from "../deck/index.ts";
import { escapeHtml, slideHtml } from "../deck/index.ts";
import { firstSlideHtml } from "./first-slide.ts";

/** The ways to look at a deck; each is a page of its own. */
export type View = "stage" | "presenter" | "read" | "print";

/** Fills the template's marks; nothing of the deck can end the data block or the page. `data`: a `PageData` as JSON. */
export function deckPage(template: string, deck: Deck, data: string, view: View = "stage"): string {
  const slide = deck.slides[0];
  const first = slide && view === "stage" ? firstSlideHtml(deck, slideHtml(slide.content)) : "";
  const safe = data.replace(/</g, "\\u003c").replace(/\u2028|\u2029/g, "");
  return template
    .replace(/<html\b/, () => `<html data-view="${view}" data-deck-theme="${deck.theme}"`)
    .replace(/<title>.*?<\/title>/s, () => `<title>${escapeHtml(deck.title)}</title>`)
    .replace("</head>", () => `${styleLink(deck)}</head>`)
    .replace("<!--first-slide-->", () => first)
    .replace("<!--deck-data-->", () => `<script type="application/json" id="deck-data">${safe}</script>`);
}

/** After the theme's own style sheets, so that the deck has the last word. */
function styleLink({ css }: Deck): string {
  return css === null
    ? ""
    : `<link rel="stylesheet" id="deck-style" href="/deck/${escapeHtml(encodeURI(css))}">`;
}
