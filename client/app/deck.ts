/** The deck that the server wrote into the page. */
import type { Deck } from "../../server/protocol.ts";

/** The compiled deck; the server sends it with the page, so it is there before anything is drawn. */
export const deck: Deck = read(document);

function read(page: Document): Deck {
  const text = page.getElementById("deck-data")?.textContent ?? "";
  try {
    return JSON.parse(text) as Deck;
  } catch {
    throw new Error("this page came without its deck: open it through the server's URL");
  }
}
