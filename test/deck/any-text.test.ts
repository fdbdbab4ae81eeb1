/** Any text compiles: mistakes become problems, nothing is thrown and nothing gets out of hand. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Deck, decodeDeck, slideHtml } from "../../server/deck/index.ts";
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
      { numRuns: 300 },
    );
  }, 60_000);

  test("of any characters compiles", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => check(compile(text))),
      { numRuns: 100 },
    );
  }, 60_000);

  test("of any bytes compiles", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        const { text, problems } = decodeDeck(bytes);
        check(compiler.compile(text, { demos: () => true, problems }));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

  test("gives the same slides however its lines end", () => {
    fc.assert(
      fc.property(deckText, (text) => {
        const lines = text.replaceAll("\r", "");
        expect(compile(lines.replaceAll("\n", "\r\n"))).toEqual(compile(lines));
      }),
      { numRuns: 100 },
    );
  }, 60_000);

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
    const deck = compile(`# Title\n---\n${"<div>".repeat(60_000)}`);
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
});
