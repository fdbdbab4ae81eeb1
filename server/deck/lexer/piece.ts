/** What the lexer makes of a deck: slides as lists of pieces. */

/** Text that is Markdown still; `code` was seen to be code and holds no slide syntax. */
export interface TextPiece {
  type: "text" | "code";
  text: string;
  /** Of the first character in the source. */
  offset: number;
  /** All of the text stands at `offset`: it was put there, by a variable for example. */
  still: boolean;
}

/** A line that defines a link; it shows nothing where it stands. */
export interface DefinitionPiece {
  type: "definition";
  /** With the line's end. */
  text: string;
  offset: number;
}

/** `.a.b[...]` */
export interface ClassPiece {
  type: "class";
  classes: string[];
  children: Piece[];
  offset: number;
}

/** `![:name a, b](object)` */
export interface MacroPiece {
  type: "macro";
  name: string;
  values: string[];
  /** "" when there is none. */
  object: string;
  offset: number;
  /** As it stands in the source. */
  raw: string;
}

export type Piece = TextPiece | DefinitionPiece | ClassPiece | MacroPiece;

/** A `key: value` line or comment. */
export interface Property {
  key: string;
  value: string;
  offset: number;
  form: "line" | "comment";
}

/** `[label]: url "title"`, its parts as they stand in the source. */
export interface Definition {
  label: string;
  url: string;
  /** With its quotes; "" when there is none. */
  title: string;
}

/** One slide as written, before properties are inherited. */
export interface LexedSlide {
  /** Where the slide's own text begins. */
  offset: number;
  /** The slide began with `--`. */
  continued: boolean;
  properties: Property[];
  content: Piece[];
  notes: Piece[] | null;
  definitions: Definition[];
}
