/** The lexer's front file. */
export { lexDeck } from "./lex-deck.ts";
export { commentProperty } from "./line-kind.ts";
export type {
  ClassPiece,
  Definition,
  LexedSlide,
  MacroPiece,
  Piece,
  Property,
  TextPiece,
} from "./piece.ts";
