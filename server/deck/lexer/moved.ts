/** Puts a lexed slide where its text stands. */
import type { LexedSlide, Piece } from "./piece.ts";

/** A copy of a slide whose offsets are larger by `by`. */
export function moved(slide: LexedSlide, by: number, continued: boolean): LexedSlide {
  return {
    offset: slide.offset + by,
    continued,
    properties: slide.properties.map(({ key, value, offset, form }) => ({
      key,
      value,
      offset: offset + by,
      form,
    })),
    content: movedPieces(slide.content, by),
    notes: slide.notes && movedPieces(slide.notes, by),
    definitions: slide.definitions,
  };
}

/** Without recursion, since content classes may be nested deeply. */
function movedPieces(pieces: readonly Piece[], by: number): Piece[] {
  const root: Piece[] = [];
  const work: { from: readonly Piece[]; to: Piece[] }[] = [{ from: pieces, to: root }];
  for (let next = work.pop(); next; next = work.pop()) {
    for (const piece of next.from) next.to.push(movedPiece(piece, by, work));
  }
  return root;
}

/** A copy whose children come later; written out, since spreading takes longer than all the rest. */
function movedPiece(piece: Piece, by: number, work: { from: readonly Piece[]; to: Piece[] }[]): Piece {
  const offset = piece.offset + by;
  switch (piece.type) {
    case "class": {
      const { type, classes } = piece;
      const children: Piece[] = [];
      work.push({ from: piece.children, to: children });
      return { type, classes, children, offset };
    }
    case "macro":
      return { ...piece, offset };
    case "definition":
      return { type: piece.type, text: piece.text, offset };
    default:
      return { type: piece.type, text: piece.text, offset, still: piece.still };
  }
}
