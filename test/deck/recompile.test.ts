/** A deck that is compiled again after an edit is the deck that it would be from nothing, and keeps what did not change. */
import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createHighlighter } from "../../server/deck/code/index.ts";
import { compileDeck } from "../../server/deck/compile.ts";
import { createDeckCache } from "../../server/deck/deck-cache.ts";
import { type Deck, slideHtml } from "../../server/deck/index.ts";
import type { CompileOptions } from "../../server/deck/read-deck.ts";
import { largeDeck } from "../bench/large-deck.ts";
import { runs } from "../runs.ts";
import { deckText, syntax } from "./deck-text.ts";

const highlight = await createHighlighter();
const options: CompileOptions = { demos: new Set(["demo1"]), name: "deck" };

/** Compiles one version of a deck after the other. */
function compiler() {
  const cache = createDeckCache();
  return (text: string, with_: CompileOptions = options) =>
    frozen(compileDeck(text, with_, highlight, cache));
}

const fromNothing = (text: string, with_: CompileOptions = options) => compileDeck(text, with_, highlight);

setFlagsFromString("--expose-gc");
const collectGarbage: () => void = runInNewContext("gc");

/** What is in memory and in use. */
function usedBytes(): number {
  collectGarbage();
  return process.memoryUsage().heapUsed;
}

/** Whoever changes a deck that was handed out gets an exception. */
function frozen(deck: Deck): Deck {
  const work: unknown[] = [deck];
  for (let value = work.pop(); value !== undefined; value = work.pop()) {
    if (typeof value !== "object" || value === null || Object.isFrozen(value)) continue;
    Object.freeze(value);
    work.push(...Object.values(value));
  }
  return deck;
}

const slide = fc.constantFrom(
  "# One\n\n- a\n- b",
  "name: x\n\n[to y](#y) [d](demo1) [e](demo2)",
  "name: y\nclass: a\n\n```sh {1|2}\nls\nid\n```\n\n```sh\ncat <file>\n```",
  "layout: true\nowner: me\n\n.foot[{{owner}} {{content}}]",
  "layout: false\n\n.a[.b[x] [docs] `c`]",
  "template: x\n\n{{owner}} and {{content}}",
  "[docs]: http://example.com/one\n\n[docs] ![p](p.png)",
  "[docs]: http://example.com/two\n\n???\n\nnote [docs]",
  "exclude: true\n\nnothing",
  "count: false\nduration: never\n\ntext\n\n???\n\nnote\n\n???\n\nnotes {{owner}}",
  "```sh\nunclosed",
  ".left[\nunclosed",
  "closed ]\n\n```",
  "a | b\n--|--\nc | d",
  "<div>\n\nraw\n\n</div>",
  "![:scale 50%](p.png) ![:what](x)",
);
const slides = fc
  .array(fc.tuple(slide, fc.constantFrom("\n---\n", "\n--\n", "\n---\n")), { maxLength: 8 })
  .map((each) => each.map(([text, end]) => text + end).join(""));
const frontMatter = fc.constantFrom(
  "",
  "",
  "---\ntitle: T\n---\n",
  "---\nlanguage: yaml\n---\n",
  "---\nhighlightLines: true\n---\n",
  "---\ncountIncrementalSlides: false\ninheritPresenterNotes: true\n---\n",
);
const deck = fc.oneof(
  fc.tuple(frontMatter, slides).map(([front, text]) => front + text),
  deckText,
);
/** Takes out a part of a text and puts another one in. */
const edit = fc.record({
  at: fc.nat({ max: 1000 }),
  length: fc.nat({ max: 30 }),
  text: fc.oneof(slides, slide, syntax, fc.constant("\n\n"), fc.constant("")),
  demos: fc.constantFrom(["demo1"], ["demo1"], ["demo1", "demo2"], []),
  files: fc.constantFrom<string[]>(["p.png"], []),
});

describe("a deck that is compiled again", () => {
  test("is what it would be from nothing, with all places, whatever was edited", () => {
    fc.assert(
      fc.property(deck, fc.array(edit, { minLength: 1, maxLength: 4 }), (first, edits) => {
        const compile = compiler();
        let text = first;
        expect(compile(text)).toEqual(fromNothing(text));
        for (const { at, length, text: inserted, demos, files } of edits) {
          const start = text.length === 0 ? 0 : at % text.length;
          text = text.slice(0, start) + inserted + text.slice(start + length);
          const now = { ...options, demos: new Set(demos), hasFile: (path: string) => files.includes(path) };
          expect(compile(text, now)).toEqual(fromNothing(text, now));
        }
      }),
      { numRuns: runs(300) },
    );
  }, 600_000);

  test("is what it would be from nothing where the bound on repeated content is met sooner or later", () => {
    const long = "word ".repeat(20_000);
    const layouts = {
      inherited: `layout: true\n\n${long}`,
      expanded: `layout: true\nx: ${long}\n\n{{x}}`,
    };
    for (const layout of Object.values(layouts)) {
      const compile = compiler();
      for (const slides of [200, 203, 206, 200, 20, 200]) {
        const numbers = Array.from({ length: slides }, (_, index) => `\n---\n# ${slides - index}`);
        const text = layout + numbers.join("");
        const deck = compile(text);
        expect(deck).toEqual(fromNothing(text));
        expect(deck.problems.some(({ message }) => message.includes("make the deck longer"))).toBe(
          slides > 20,
        );
      }
    }
  }, 60_000);

  test("keeps every slide that did not change, and lays none of them out again", () => {
    const text = largeDeck(200);
    const compile = compiler();
    const before = compile(text);
    const edited = text.indexOf("\n- ", text.length / 2);
    const after = compile(`${text.slice(0, edited)}\n- More of it${text.slice(edited)}`);
    const changed = after.slides.filter((each, index) => each !== before.slides[index]);
    expect(after.slides).toHaveLength(before.slides.length);
    expect(changed.length).toBeGreaterThan(0);
    const [first] = changed;
    for (const each of changed) expect(each.continued || each === first).toBe(true);
    expect(compile(text).slides.every((each, index) => each.index === index + 1)).toBe(true);
  });

  test("keeps the content of slides that only moved", () => {
    const compile = compiler();
    const before = compile("# One\n---\n# Two\n\n```sh\nls\n```\n???\nnote");
    const after = compile("# Zero\n---\n# One\n---\n# Two\n\n```sh\nls\n```\n???\nnote");
    for (const [index, was] of before.slides.entries()) {
      const is = after.slides[index + 1];
      expect(is).not.toBe(was);
      expect(is?.index).toBe(was.index + 1);
      expect(is?.content).toBe(was.content);
      expect(is?.notes).toBe(was.notes);
      expect(is?.blocks).toBe(was.blocks);
    }
  });

  test("keeps content over any number of versions", () => {
    const compile = compiler();
    const [first] = compile("# Kept\n\ntext\n---\n0").slides;
    for (let version = 1; version < 6; version++) {
      expect(compile(`# Kept\n\ntext\n---\n${version}`).slides[0]).toBe(first);
    }
    for (let version = 1; version < 6; version++) compile(`${version}`);
    expect(compile("# Kept\n\ntext\n---\n0").slides[0]?.content).not.toBe(first?.content);
  });

  test("keeps what stands in a layout when the layout changes, after any number of versions", () => {
    const compile = compiler();
    const text = (foot: string, other: number) =>
      `layout: true\n\n${foot}\n\n{{content}}\n---\n# Kept\n\n- a *list*\n---\n${other}`;
    const [before] = compile(text("one", 0)).slides;
    for (let other = 1; other < 6; other++) compile(text("one", other));
    const [after] = compile(text("two", 5)).slides;
    const [, ...kept] = before?.content ?? [];
    expect(kept).toHaveLength(2);
    for (const [index, node] of kept.entries()) expect(after?.content[index + 1]).toBe(node);
    expect(after?.content[0]).toEqual(["p", {}, "two"]);
  });

  test("lets go of the texts of versions that are no more", () => {
    const compile = compiler();
    const slides = Array.from({ length: 40 }, (_, index) => `# ${index}\n\n${"word ".repeat(10_000)}`);
    const save = (edited: number) => {
      slides[edited] += " more";
      compile(Buffer.from(slides.join("\n---\n")).toString());
    };
    for (const edited of [0, 1, 2]) save(edited);
    const before = usedBytes();
    for (let edited = 3; edited < 40; edited++) save(edited);
    expect(usedBytes() - before).toBeLessThan(20_000_000);
  });

  test("does not take one content class, macro or definition for another", () => {
    const compile = compiler();
    const text =
      "- .a[x]\n- [d]\n---\n- .a[y]\n- [d]\n---\n- ![:scale 5%](a.png)\n---\n- ![:scale 5%](b.png)";
    const html = (deck: Deck) => deck.slides.map(({ content }) => slideHtml(content));
    expect(html(compile(text))).toEqual([
      '<ul><li><span class="a">x</span></li><li>[d]</li></ul>',
      '<ul><li><span class="a">y</span></li><li>[d]</li></ul>',
      '<ul><li><img src="/deck/a.png" alt="" style="width:5%"></li></ul>',
      '<ul><li><img src="/deck/b.png" alt="" style="width:5%"></li></ul>',
    ]);
    expect(html(compile(`${text}\n---\n[d]: http://example.com`))[0]).toContain("example.com");
  });

  test("is wholly the same object by object when nothing was edited", () => {
    const compile = compiler();
    const before = compile(largeDeck(100));
    const after = compile(largeDeck(100));
    expect(after.slides.every((each, index) => each === before.slides[index])).toBe(true);
  });

  test("reports mistakes where they stand now", () => {
    const compile = compiler();
    const places = (text: string) => compile(text).problems.map(({ line, column }) => `${line}:${column}`);
    expect(places("# One\n---\n.a[ [x](demo9)]\n---\n- [x](#none)")).toEqual(["3:5", "5:3"]);
    expect(places("# One\n\nmore\n---\nx .a[ [x](demo9)]\n---\n\n- [x](#none)")).toEqual(["5:7", "8:3"]);
  });

  test("follows definitions, demos and front matter that other parts of it give", () => {
    const compile = compiler();
    const text = "[d] [x](demo2)\n\n```\nkey: value\n```\n---\n[d]: http://example.com/1";
    const content = (deck: Deck) => JSON.stringify(deck.slides[0]?.content);
    expect(content(compile(text))).toContain("example.com/1");
    expect(content(compile(text.replace("com/1", "com/2")))).toContain("example.com/2");
    expect(content(compile(text))).toContain('"missing":true');
    expect(content(compile(text, { demos: () => true }))).toContain('"missing":false');
    expect(content(compile(`---\nlanguage: yaml\n---\n${text}`))).toContain('"language":"yaml"');
  });
});
