/** The delivery room's front file: what of a deck goes to whom. */

export { compareDecks, type Edit } from "./compare-decks.ts";
export type { DeckHead, DeckTexts, PageData, SlideChunk, SlideEntry } from "./delivered.ts";
export { type Audience, Delivery } from "./delivery.ts";
