/** Takes `<!-- key: value -->` properties out of a slide's first run of text, which ends at its first content class. */
import { commentProperty } from "./line-kind.ts";
import type { LexedSlide, Piece, Property, TextPiece } from "./piece.ts";

/** Moves the comments that set properties from a slide's content to its properties. */
export function takeComments(slide: LexedSlide): void {
  const end = slide.content.findIndex((piece) => piece.type === "class");
  const run = end < 0 ? slide.content : slide.content.slice(0, end);
  if (!run.some((piece) => piece.type === "text" && piece.text.includes("<!--"))) return;
  const kept = run.flatMap((piece): Piece[] =>
    piece.type === "text" ? takeFrom(piece, slide.properties) : [piece],
  );
  slide.content = end < 0 ? kept : kept.concat(slide.content.slice(end));
}

function takeFrom(piece: TextPiece, properties: Property[]): TextPiece[] {
  const { text, offset } = piece;
  const kept: TextPiece[] = [];
  let cursor = 0;
  let start = text.indexOf("<!--");
  while (start >= 0) {
    const close = text.indexOf("-->", start);
    if (close < 0) break;
    const property = commentProperty(text.slice(start, close + 3));
    if (property) {
      properties.push({ ...property, offset: offset + start, form: "comment" });
      let end = start;
      while (end > cursor && text[end - 1] === "\n") end--;
      if (end > cursor) kept.push({ ...piece, text: text.slice(cursor, end), offset: offset + cursor });
      cursor = close + 3;
    }
    start = text.indexOf("<!--", close + 3);
  }
  if (cursor < text.length) kept.push({ ...piece, text: text.slice(cursor), offset: offset + cursor });
  return kept;
}
