/** One compiler for all tests of decks; loading it takes longer than they do. */
import { createDeckCompiler, type Deck } from "../../server/deck/index.ts";

export const compiler = await createDeckCompiler();

/** Compiles a deck that can link to `demo1-linux-bridge` and to nothing else. */
export function compile(text: string): Deck {
  return compiler.compile(text, { demos: new Set(["demo1-linux-bridge"]), name: "deck" });
}
