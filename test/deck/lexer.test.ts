/** The lexer: what it cuts out can be put together again. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { lexChunk } from "../../server/deck/lexer/chunk.ts";
import { createLexerCache, lexDeck, type Piece } from "../../server/deck/lexer/index.ts";
import { runs } from "../runs.ts";
import { deckText } from "./deck-text.ts";

interface ClassTree {
  classes: string[];
  children: (string | ClassTree)[];
}

const className = fc.stringMatching(/^[A-Za-z_-][A-Za-z0-9_-]{0,4}$/);
const plain = fc.stringMatching(/^[a-z0-9 ,:;<>(){}*\n-]{1,12}$/);
const { tree } = fc.letrec<{ tree: ClassTree; child: string | ClassTree }>((tie) => ({
  tree: fc.record({
    classes: fc.array(className, { minLength: 1, maxLength: 3 }),
    children: fc.array(tie("child"), { maxLength: 4 }),
  }),
  child: fc.oneof({ maxDepth: 6, depthSize: "medium" }, plain, tie("tree")),
}));

function write(children: ClassTree["children"]): string {
  return children
    .map((child) =>
      typeof child === "string" ? child : `.${child.classes.join(".")}[${write(child.children)}]`,
    )
    .join("");
}

function read(pieces: readonly Piece[]): ClassTree["children"] {
  return pieces.map((piece) =>
    piece.type === "class"
      ? { classes: piece.classes, children: read(piece.children) }
      : "text" in piece
        ? piece.text
        : "",
  );
}

/** Neighbouring texts are one text to the lexer. */
function joined(children: ClassTree["children"]): ClassTree["children"] {
  const out: ClassTree["children"] = [];
  for (const child of children) {
    const last = out.at(-1);
    if (typeof child !== "string") out.push({ ...child, children: joined(child.children) });
    else if (typeof last === "string") out[out.length - 1] = last + child;
    else if (child !== "") out.push(child);
  }
  return out;
}

function lex(text: string) {
  return lexDeck(text, 0, () => undefined).slides;
}

describe("the lexer", () => {
  test("gives back any tree of content classes as it was written", () => {
    fc.assert(
      fc.property(fc.array(tree, { minLength: 1, maxLength: 3 }), (trees) => {
        const [slide, ...others] = lex(`Text: ${write(trees)}`.replace("Text: ", "x "));
        expect(others).toEqual([]);
        expect(joined(read(slide?.content ?? []))).toEqual(joined(["x ", ...trees]));
      }),
      { numRuns: runs(300) },
    );
  }, 600_000);

  test("loses no character of a slide's text", () => {
    const piece = fc.constantFrom(
      "a",
      " ",
      "\n",
      "`",
      "```",
      ".a[",
      "]",
      "[",
      "\\",
      "- ",
      "    ",
      "#",
      "![:x](y)",
      "~~~",
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
        const text = `x${pieces.join("")}`;
        const slides = lex(text);
        const back = slides.map((slide) => written(slide.content)).join("");
        expect(back).toBe(text);
      }),
      { numRuns: runs(500) },
    );
  }, 600_000);

  test("cuts a deck slide by slide as it would in one go, whatever fences and classes reach over", () => {
    const part = fc.constantFrom(
      ..."\n---\n|\n--\n|\n```\n|\n````\n|\n```sh\n|\n~~~\n|.a[|]|[|\\.b[|x|\n.c[```\n|```]|`|\n???\n|\n\n    |- |key: v\n|<!-- k: v -->|\n<!-- break -->\n|\n---\u2028".split(
        "|",
      ),
    );
    const text = fc.oneof(
      fc.array(part, { maxLength: 30 }).map((parts) => parts.join("")),
      deckText.map((deck) => deck.replaceAll("\r", "")),
    );
    fc.assert(
      fc.property(text, (deck) => {
        const whole = lexChunk(deck, true);
        const problems: [number, string][] = [];
        const { slides } = lexDeck(deck, 0, (_severity, offset, message) => problems.push([offset, message]));
        expect(slides).toEqual(whole.slides);
        const unclosed = whole.opens
          .filter(({ kind }) => kind === "class")
          .map(({ start, classes }) => [
            start,
            `the content class .${classes.join(".")}[ is not closed and is shown as it is written`,
          ]);
        const expected = [...whole.mistakes.map(({ offset, message }) => [offset, message]), ...unclosed];
        expect(problems.map(String).sort()).toEqual(expected.map(String).sort());
      }),
      { numRuns: runs(1000) },
    );
  }, 600_000);

  test("does not cut again what it knows, wherever it stands now", () => {
    const cache = createLexerCache();
    const lexed = (text: string) => lexDeck(text, 0, () => undefined, cache);
    const before = lexed("one\n---\ntwo\n---\nsame\n---\nsame\n---\nlast");
    const text = "one\n---\ntwo and more\n---\nsame\n---\nsame\n---\nlast";
    const after = lexed(text);
    expect(after.slides.map((slide, index) => slide === before.slides[index])).toEqual([
      true,
      false,
      true,
      true,
      true,
    ]);
    const starts = after.slides.map((slide) => text.slice(after.offsetOf(slide.offset)).split("\n---")[0]);
    expect(starts).toEqual(["one", "\ntwo and more", "\nsame", "\nsame", "\nlast"]);
    expect(new Set(after.slides.map((slide) => after.offsetOf(slide.offset))).size).toBe(5);
  });

  test("knows where each piece stands", () => {
    const text = "x .a[one `two` .b[three]]\n---\nfour";
    const offsets: [string, number][] = [];
    const walk = (pieces: readonly Piece[]) => {
      for (const piece of pieces) {
        if (piece.type === "class") walk(piece.children);
        else if ("text" in piece) offsets.push([piece.text, piece.offset]);
      }
    };
    for (const slide of lex(text)) walk(slide.content);
    for (const [piece, offset] of offsets) expect(text.slice(offset, offset + piece.length)).toBe(piece);
    expect(offsets.map(([piece]) => piece)).toEqual(["x ", "one ", "`two`", " ", "three", "\nfour"]);
  });
});

function written(pieces: readonly Piece[]): string {
  return pieces
    .map((piece) => {
      if (piece.type === "class") return `.${piece.classes.join(".")}[${written(piece.children)}]`;
      return "text" in piece ? piece.text : piece.raw;
    })
    .join("");
}
