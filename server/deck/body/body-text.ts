/** Pieces as one text, the same wherever in a deck they stand, and the way from its characters back to the deck. */
import type { MacroPiece, Piece } from "../lexer/index.ts";
import { lastAtOrBefore } from "../source.ts";

/** Stretches of a body's text, `end` excluded. */
export type Part =
  | { type: "text"; start: number; end: number }
  | { type: "macro"; start: number; end: number; piece: MacroPiece }
  | ClassPart;

/** A content class; what is between its brackets begins at `inside`. */
export interface ClassPart {
  type: "class";
  start: number;
  inside: number;
  end: number;
  classes: string[];
  parts: Part[];
}

/** What a body is compiled from: equal texts give equal slides. */
export interface BodyText {
  text: string;
  parts: Part[];
  /** Where the character at an index stands in the source. */
  offsetAt(at: number): number;
}

/** These frame content classes and macros; a source cannot hold them (see `readSource`). */
const opening = "\uFDD0";
const closing = "\uFDD1";

/** A stretch of a body's text as it was written. */
export function withoutFrames(text: string): string {
  return text.replace(/[\uFDD0\uFDD1]/g, "");
}

/** Writes pieces as one text; without recursion, since content classes may be nested deeply. */
export function readBody(pieces: readonly Piece[]): BodyText {
  const texts: string[] = [];
  const starts: number[] = [];
  const offsets: number[] = [];
  /** Whether all of a text stands at its offset. */
  const still: boolean[] = [];
  let length = 0;
  const write = (text: string, offset: number, isStill: boolean) => {
    texts.push(text);
    starts.push(length);
    offsets.push(offset);
    still.push(isStill);
    length += text.length;
  };
  const root: Part[] = [];
  const open: { pieces: readonly Piece[]; next: number; parts: Part[]; of: ClassPart | null }[] = [
    { pieces, next: 0, parts: root, of: null },
  ];
  for (let top = open.at(-1); top; top = open.at(-1)) {
    const piece = top.pieces[top.next++];
    if (!piece) {
      open.pop();
      if (top.of) {
        write(`]${closing}`, offsets.at(-1) ?? 0, true);
        top.of.end = length;
      }
      continue;
    }
    const start = length;
    switch (piece.type) {
      case "definition":
        break;
      case "macro":
        write(opening + piece.raw + closing, piece.offset, true);
        top.parts.push({ type: "macro", start, end: length, piece });
        break;
      case "class": {
        const { classes, offset, children } = piece;
        write(`${opening}.${classes.join(".")}[`, offset, true);
        const part: ClassPart = { type: "class", start, inside: length, end: length, classes, parts: [] };
        top.parts.push(part);
        open.push({ pieces: children, next: 0, parts: part.parts, of: part });
        break;
      }
      default: {
        // Blank lines at the start mean nothing, and a deck's first slide has none.
        const text = length === 0 ? piece.text.replace(/^\n+/, "") : piece.text;
        const moved = piece.still ? 0 : piece.text.length - text.length;
        write(text, piece.offset + moved, piece.still);
        const before = top.parts.at(-1);
        if (before?.type === "text" && before.end === start) before.end = length;
        else top.parts.push({ type: "text", start, end: length });
      }
    }
  }
  return {
    text: texts.length === 1 ? (texts[0] ?? "") : texts.join(""),
    parts: root,
    offsetAt(at) {
      const index = lastAtOrBefore(starts, at);
      const offset = offsets[index] ?? 0;
      return still[index] ? offset : offset + at - (starts[index] ?? 0);
    },
  };
}
