/** Builds the slides of a stretch of a deck from its regions and brackets (gnab/remark's slide syntax). */
import type { Problem } from "../slide.ts";
import type { Brackets } from "./brackets.ts";
import { takeComments } from "./comments.ts";
import type { ClassPiece, LexedSlide, Piece } from "./piece.ts";
import type { Region } from "./regions.ts";

/** Content classes nested deeper than this stay as they are written, since a browser could not show them. */
const deepestNesting = 1500;

type Note = (severity: Problem["severity"], offset: number, message: string, remedy: string) => void;

/** Puts a text's slides together; behind its last separator there is one more, which may be empty. */
export function buildSlides(
  text: string,
  regions: readonly Region[],
  spans: Brackets["spans"],
  note: Note,
): LexedSlide[] {
  const builder = new SlideBuilder(text, note);
  for (const span of inOrder(regions, spans)) builder.read(span);
  return builder.finish();
}

type Marked = Region | Brackets["spans"][number];

/** Everything that is not plain text; what begins first comes first, and of two the longer. */
function inOrder(regions: readonly Region[], spans: Brackets["spans"]): Marked[] {
  const all: Marked[] = [...regions.filter((region) => region.type !== "text"), ...spans];
  return all.sort((a, b) => a.start - b.start || b.end - a.end);
}

function emptySlide(offset: number, continued: boolean): LexedSlide {
  return { offset, continued, properties: [], content: [], notes: null, definitions: [] };
}

class SlideBuilder {
  readonly #text: string;
  readonly #note: Note;
  readonly #slides: LexedSlide[] = [];
  #slide: LexedSlide;
  #cursor = 0;
  /** Content classes that are open here, with where they end. */
  readonly #open: { piece: ClassPiece; close: number; end: number }[] = [];
  /** Behind the end of what is shown as it stands. */
  #literalEnd = 0;

  constructor(text: string, note: Note) {
    this.#text = text;
    this.#note = note;
    this.#slide = emptySlide(0, false);
  }

  read(span: Marked): void {
    this.#closeUpTo(span.start);
    if (span.start < this.#literalEnd || span.start < this.#cursor) return;
    const inClass = this.#open.length > 0;
    switch (span.type) {
      case "separator":
        if (!inClass) this.#endSlide(span.start, span.end, span.value === "--");
        return;
      case "notes":
        if (inClass) return;
        this.#flush(span.start);
        this.#slide.notes = [];
        this.#cursor = span.end;
        return;
      case "property":
        if (inClass) return;
        this.#flush(span.start, "without line breaks before");
        this.#slide.properties.push(span.property);
        this.#cursor = span.end;
        return;
      case "definition":
        this.#flush(span.start);
        this.#slide.definitions.push(span.definition);
        this.#readDefinition(span.start, Math.min(span.end + 1, this.#text.length));
        return;
      case "code":
        this.#flush(span.start);
        this.#push({
          type: "code",
          text: this.#text.slice(span.start, span.end),
          offset: span.start,
          still: false,
        });
        this.#cursor = span.end;
        return;
      case "literal":
        this.#literalEnd = span.end;
        return;
      case "macro": {
        const { name, values, object, start, end } = span;
        this.#flush(start);
        this.#push({ type: "macro", name, values, object, offset: start, raw: this.#text.slice(start, end) });
        this.#cursor = end;
        return;
      }
      case "class":
        this.#openClass(span);
    }
  }

  finish(): LexedSlide[] {
    this.#closeUpTo(this.#text.length + 1);
    this.#flush(this.#text.length);
    this.#slides.push(this.#slide);
    for (const slide of this.#slides) takeComments(slide);
    return this.#slides;
  }

  #readDefinition(start: number, end: number): void {
    this.#push({ type: "definition", text: this.#text.slice(start, end), offset: start });
    this.#cursor = end;
  }

  #openClass(span: Extract<Marked, { type: "class" }>): void {
    if (this.#open.length >= deepestNesting) {
      this.#note(
        "error",
        span.start,
        `content classes are nested deeper than ${deepestNesting} levels`,
        "take some of them out; these are shown as they are written",
      );
      this.#literalEnd = span.end;
      return;
    }
    this.#flush(span.start);
    const { classes, start, inside, end } = span;
    const piece: ClassPiece = { type: "class", classes, children: [], offset: start };
    this.#push(piece);
    this.#open.push({ piece, close: end - 1, end });
    this.#cursor = inside;
  }

  #closeUpTo(offset: number): void {
    for (let top = this.#open.at(-1); top && top.close < offset; top = this.#open.at(-1)) {
      this.#flush(top.close);
      this.#open.pop();
      this.#cursor = top.end;
    }
  }

  #endSlide(start: number, end: number, continued: boolean): void {
    this.#flush(start > 0 && start > this.#cursor ? start - 1 : start);
    this.#slides.push(this.#slide);
    this.#slide = emptySlide(end, continued);
    this.#cursor = end;
  }

  #flush(end: number, lineBreaks?: "without line breaks before"): void {
    let text = this.#text.slice(this.#cursor, end);
    if (lineBreaks) text = text.replace(/\n+$/, "");
    if (text !== "") this.#push({ type: "text", text, offset: this.#cursor, still: false });
    this.#cursor = Math.max(this.#cursor, end);
  }

  #push(piece: Piece): void {
    const target = this.#open.at(-1)?.piece.children ?? this.#slide.notes ?? this.#slide.content;
    target.push(piece);
  }
}
