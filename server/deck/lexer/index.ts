/** The lexer's front file. */
export { createLexerCache, type LexerCache, lexDeck } from "./lex-deck.ts";
export type {
  Definition,
  LexedSlide,
  MacroPiece,
  Piece,
  Property,
  TextPiece,
} from "./piece.ts";
