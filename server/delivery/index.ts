/** The delivery room's front file: what of a deck goes to whom. */

export { compareDecks } from "./compare-decks.ts";
export type { DeckHead, DeckTexts, SlideChunk } from "./delivered.ts";
export { Delivery } from "./delivery.ts";
