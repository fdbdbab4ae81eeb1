/** What front matter may say, key by key: what it means, what is said without it, and what is no value of it. */

/** What a deck says about itself as a whole. */
export interface FrontMatter {
  title: string | null;
  ratio: "16:9" | "4:3";
  /** Language of fences that name none. */
  language: string | null;
  /** Nodes of the lab that the slides' terminal is in; null: not said. */
  lab: string[] | null;
  /** Whether slides begun with `--` have numbers of their own. */
  countIncrementalSlides: boolean;
  /** Whether a slide has the notes of what it continues or is laid out by, too. */
  inheritPresenterNotes: boolean;
  /** The text in a slide's corner, with `%current%` and `%total%`. */
  slideNumberFormat: string;
  /** Whether `*` at the start of a line of code highlights the line. */
  highlightLines: boolean;
  /** Whether backquotes in a line of code highlight what is between them. */
  highlightSpans: boolean;
  /** Whether blocks of code have line numbers without asking. */
  lineNumbers: boolean;
  theme: "talk" | "plain";
  /** A style sheet in the deck's folder. */
  css: string | null;
  transition: "none" | "fade" | "slide";
  /** Planned length of the talk, in minutes. */
  duration: number | null;
}

/** What holds for a deck without front matter. */
export const defaults: FrontMatter = {
  title: null,
  ratio: "16:9",
  language: null,
  lab: null,
  countIncrementalSlides: true,
  inheritPresenterNotes: false,
  slideNumberFormat: "%current% / %total%",
  highlightLines: false,
  highlightSpans: false,
  lineNumbers: false,
  theme: "talk",
  css: null,
  transition: "none",
  duration: null,
};

/** Reads a value; undefined when the key cannot have it. */
export const readValue: { [K in keyof FrontMatter]: (value: unknown) => FrontMatter[K] | undefined } = {
  title: (value) => (typeof value === "string" || typeof value === "number" ? String(value) : undefined),
  ratio: (value) => (value === "16:9" || value === "4:3" ? value : undefined),
  language: (value) => (typeof value === "string" ? value : undefined),
  lab: (value) => {
    const nodes = typeof value === "string" ? value.split(/[ ,]+/) : value;
    const isNodes = Array.isArray(nodes) && nodes.every((node) => /^[a-z][a-z0-9-]*$/.test(String(node)));
    return isNodes ? nodes.map(String) : undefined;
  },
  countIncrementalSlides: (value) => (typeof value === "boolean" ? value : undefined),
  inheritPresenterNotes: (value) => (typeof value === "boolean" ? value : undefined),
  slideNumberFormat: (value) => (typeof value === "string" ? value : undefined),
  highlightLines: (value) => (typeof value === "boolean" ? value : undefined),
  highlightSpans: (value) => (typeof value === "boolean" ? value : undefined),
  lineNumbers: (value) => (typeof value === "boolean" ? value : undefined),
  theme: (value) => (value === "talk" || value === "plain" ? value : undefined),
  css: (value) => (typeof value === "string" ? styleSheet(value) : undefined),
  transition: (value) => (value === "none" || value === "fade" || value === "slide" ? value : undefined),
  duration: (value) => (typeof value === "number" && value > 0 ? value : undefined),
};

/** The path of a style sheet in the deck's folder, without `./`; undefined when it leads elsewhere. */
function styleSheet(path: string): string | undefined {
  const segments = path.split("/").filter((segment) => segment !== ".");
  const isInside = segments.every((segment) => segment !== "" && segment !== "..");
  const sheet = segments.join("/");
  return isInside && /^[^:\\%?#\u0000-\u001f]+\.css$/i.test(sheet) ? sheet : undefined;
}

/** What to write instead of a value that a key cannot have. */
export const expectedValue: Record<keyof FrontMatter, string> = {
  title: "write a text",
  ratio: "write 16:9 or 4:3",
  language: "write the name of a language, such as bash",
  lab: "write a list of node names, such as [node1, node2]",
  countIncrementalSlides: "write true or false",
  inheritPresenterNotes: "write true or false",
  slideNumberFormat: "write a text with %current% and %total%",
  highlightLines: "write true or false",
  highlightSpans: "write true or false",
  lineNumbers: "write true or false",
  theme: "write talk or plain",
  css: "name a .css file in the deck's folder by its relative path",
  transition: "write none, fade or slide",
  duration: "write the talk's length in minutes",
};
