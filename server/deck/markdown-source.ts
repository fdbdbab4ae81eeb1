/** Writes pieces as the Markdown that they were cut from. */
import type { Piece } from "./lexer/index.ts";

/** Markdown without blank lines at its start and end; without recursion, since content classes may be nested deeply. */
export function writeMarkdown(pieces: readonly Piece[]): string {
  const texts: string[] = [];
  const work: (Piece | "]")[] = [...pieces].reverse();
  for (let piece = work.pop(); piece; piece = work.pop()) {
    if (piece === "]") texts.push(piece);
    else if (piece.type === "macro") texts.push(piece.raw);
    else if (piece.type === "class") {
      texts.push(`.${piece.classes.join(".")}[`);
      work.push("]");
      for (const child of [...piece.children].reverse()) work.push(child);
    } else texts.push(piece.text);
  }
  return withoutBlankEnds(texts.join(""));
}

/** Whole lines only: what indents the first line with text stays. */
function withoutBlankEnds(text: string): string {
  const first = text.search(/\S/);
  if (first < 0) return "";
  const start = text.lastIndexOf("\n", first) + 1;
  const last = text.trimEnd().length;
  const end = text.indexOf("\n", last);
  return text.slice(start, end < 0 ? text.length : end);
}
