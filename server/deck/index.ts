/** The deck room's front file. */
export { fillBlanks } from "./code/index.ts";
export { createDeckCompiler, type DeckCompiler } from "./compiler.ts";
export { decodeDeck } from "./decode.ts";
export { escapeHtml } from "./escape-html.ts";
export { slideHtml } from "./html.ts";
export type {
  Deck,
  OutlineSlide,
  Problem,
  RunnableBlock,
  Slide,
  SlideElement,
  SlideNode,
  SlideProp,
} from "./slide.ts";
