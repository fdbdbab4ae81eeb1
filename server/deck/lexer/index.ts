/** The lexer's front file. */
export { createLexerCache, type LexerCache, lexDeck } from "./lex-deck.ts";
export { commentProperty } from "./line-kind.ts";
export type {
  ClassPiece,
  Definition,
  DefinitionPiece,
  LexedSlide,
  MacroPiece,
  Piece,
  Property,
  TextPiece,
} from "./piece.ts";
