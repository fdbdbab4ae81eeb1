/** The examples of CommonMark 0.31.2 give the standard's HTML on a slide, but for those that are slide syntax. */
import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import { runs } from "../runs.ts";
import { contentOf, examples, reasonOf } from "./commonmark-examples.ts";
import { slideForm, standardForm, standardTreeForm } from "./standard-html.ts";

const compared = examples.filter((example) => !reasonOf(example));

describe("CommonMark", () => {
  for (const { number, section, markdown, html } of compared) {
    test(`example ${number}, ${section}`, () => {
      expect(slideForm(contentOf(markdown))).toBe(standardForm(markdown, html));
    });
  }

  test("is compared but for slide syntax and what GFM adds", () => {
    const skipped: Record<string, number> = {};
    for (const example of examples) {
      const reason = reasonOf(example);
      if (reason) skipped[reason] = (skipped[reason] ?? 0) + 1;
    }
    expect(skipped).toEqual({
      "--- and -- alone on a line end slides": 16,
      "#Title is a heading": 1,
      "GFM links bare addresses": 6,
      "of two definitions the last holds": 2,
      "a definition needs no paragraph of its own": 1,
      "a browser would repair this HTML in other ways": 1,
    });
    expect(compared).toHaveLength(652 - 27);
  });

  test("holds for examples behind each other, as a standard parser reads them", () => {
    const processor = unified().use(remarkParse).use(remarkGfm).use(remarkRehype).freeze();
    const example = fc.constantFrom(...compared.filter(({ markdown }) => !markdown.includes("<")));
    const gap = fc.constantFrom("", "\n", "\n\n");
    fc.assert(
      fc.property(example, gap, example, gap, example, (one, gap1, two, gap2, three) => {
        const markdown = one.markdown + gap1 + two.markdown + gap2 + three.markdown;
        fc.pre(!reasonOf({ markdown, html: "" }) && !touchesSlideSyntax(markdown));
        const tree = processor.runSync(processor.parse(markdown));
        expect(slideForm(contentOf(markdown))).toBe(standardTreeForm(tree));
      }),
      { numRuns: runs(500) },
    );
  }, 600_000);
});

/** Definitions are taken out before Markdown is read, so they divide nothing; fences close at any indentation. */
function touchesSlideSyntax(markdown: string): boolean {
  return /\]:/.test(markdown) || /^(?: {4}|\t)[ \t]*(?:```|~~~)/m.test(markdown);
}
