/** Any text compiles: mistakes become problems, nothing is thrown and nothing gets out of hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { compileDeck } from "../../server/deck/compile.ts";
import { type Deck, decodeDeck, slideHtml } from "../../server/deck/index.ts";
import { largeDeck } from "../bench/large-deck.ts";
import { runs } from "../runs.ts";
import { compile, compiler } from "./compiler.ts";
import { deckText } from "./deck-text.ts";

function check(deck: Deck): void {
  expect(deck.slides.length).toBeGreaterThan(0);
  expect(JSON.parse(JSON.stringify(deck))).toEqual(deck);
  deck.slides.forEach((slide, index) => {
    expect(slide.index).toBe(index + 1);
    expect(slideHtml([...slide.content, ...slide.notes])).not.toMatch(/[\uFDD0\uFDD1]|<script|\son\w+=/i);
    expect(slide.blocks.map((block) => block.block)).toEqual(slide.blocks.map((_, block) => block));
    for (const block of slide.blocks) expect(block.lines.length).toBeGreaterThan(0);
  });
  for (const { line, column, message, remedy } of deck.problems) {
    expect(line).toBeGreaterThan(0);
    expect(column).toBeGreaterThan(0);
    expect(message).not.toMatch(/undefined|\[object/);
    expect(remedy).not.toBe("");
  }
}

describe("any text", () => {
  test("made of slide syntax compiles", () => {
    fc.assert(
      fc.property(deckText, (text) => check(compile(text))),
      { numRuns: runs(300) },
    );
  }, 600_000);

  test("of any characters compiles", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => check(compile(text))),
      { numRuns: runs(100) },
    );
  }, 600_000);

  test("of any bytes compiles", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const { text, problems } = decodeDeck(bytes);
        check(compiler.compile(text, { demos: () => true, problems }));
      }),
      { numRuns: runs(100) },
    );
  }, 600_000);

  test("gives the same slides however its lines end", () => {
    fc.assert(
      fc.property(deckText, (text) => {
        const lines = text.replaceAll("\r", "");
        expect(compile(lines.replaceAll("\n", "\r\n"))).toEqual(compile(lines));
      }),
      { numRuns: runs(100) },
    );
  }, 600_000);

  test("of a thousand nested content classes is shown whole", () => {
    const line = compile(`${".a[".repeat(1000)}deep${"]".repeat(1000)}`);
    expect(line.problems).toEqual([]);
    expect(slideHtml(line.slides[0]?.content ?? [])).toBe(
      `<p>${'<span class="a">'.repeat(1000)}deep${"</span>".repeat(1000)}</p>`,
    );
    const lines = compile(`${".a[\n".repeat(1000)}deep${"\n]".repeat(1000)}`);
    expect(slideHtml(lines.slides[0]?.content ?? [])).toBe(
      `${'<div class="a">'.repeat(1000)}<p>deep</p>${"</div>".repeat(1000)}`,
    );
  });

  test("nested deeper than a browser could show says so and is shown as text", () => {
    const deck = compile(`# Title\n${".a[".repeat(3000)}deep${"]".repeat(3000)}\n---\nNext`);
    expect(deck.problems.map(({ line, message }) => [line, message])).toEqual([
      [2, "content classes are nested deeper than 1500 levels"],
    ]);
    expect(deck.slides.map((slide) => slide.title)).toEqual(["Title", "Next"]);
    check(deck);
  });

  test("that Markdown cannot read is shown as it is, with its place", () => {
    const deck = compile(`# Title\n---\n${"<ul>".repeat(24_000)}`);
    expect(deck.problems).toMatchObject([
      { severity: "error", line: 3, message: "this text is nested too deeply for Markdown" },
    ]);
    expect(deck.slides[0]?.title).toBe("Title");
  }, 60_000);

  test("that doubles itself from slide to slide is stopped and reported", () => {
    const deck = compile("{{content}}{{content}}\n--\n".repeat(40));
    expect(deck.problems[0]?.message).toContain("make the deck longer");
    check(deck);
  }, 60_000);

  test("of a hundred thousand slides is shown whole", () => {
    const text = Array.from({ length: 100_000 }, (_, index) => `# Slide ${index + 1}\n\n- text ${index}\n`);
    const deck = compile(text.join("---\n"));
    expect(deck.problems).toEqual([]);
    expect(deck.slides).toHaveLength(100_000);
    expect(deck.slides.at(-1)).toMatchObject({ number: 100_000, title: "Slide 100000" });
  }, 120_000);

  test("of ten megabytes is shown whole", () => {
    const text = largeDeck(23_000);
    expect(text.length).toBeGreaterThan(10_000_000);
    const plain = (code: string) => code.split("\n").map((line) => (line === "" ? [] : [line]));
    const deck = compileDeck(text, { demos: () => true }, plain);
    expect(deck.problems).toEqual([]);
    expect(deck.slides).toHaveLength(23_000);
  }, 120_000);

  test("of a thousand continued slides in a row shows each with what came before, up to a bound that it reports", () => {
    const deck = compile("- item\n--\n".repeat(1000));
    expect(deck.slides).toHaveLength(1001);
    expect(deck.slides[499]?.content).toEqual([["ul", {}, ...Array(500).fill(["li", {}, "item"])]]);
    expect(deck.problems).toMatchObject([
      { severity: "error", message: expect.stringContaining("make the deck longer by more than") },
    ]);
    expect(deck.problems[0]?.line).toBeGreaterThan(1000);
  });

  test("that would keep the parser busy for minutes is shown as text, with its place", () => {
    const deck = compile(`# One\n---\n.a[\n${"x\n---\n".repeat(5000)}]`);
    expect(deck.problems).toEqual([
      {
        severity: "error",
        line: 3,
        column: 4,
        message: "this text is too long for a slide: it has 5000 underlined headings",
        remedy: "put --- lines between its parts",
      },
    ]);
    expect(deck.slides.map(({ title }) => title)[0]).toBe("One");
  });
});
