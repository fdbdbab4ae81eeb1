/** What a hit shows of the text it was found in. */
import { describe, expect, test } from "vitest";
import { excerpt, mark, type Part } from "../../../client/search/excerpt.ts";
import { wordsOf } from "../../../client/search/find.ts";

const written = (parts: Part[]) => parts.map(({ text, isFound }) => (isFound ? `[${text}]` : text)).join("");

describe("marks", () => {
  test.each([
    ["bridge", "A bridge and a Bridge", "A [bridge] and a [Bridge]"],
    ["grosse", "Die Größe zählt", "Die [Größe] zählt"],
    ["resume e", "Résumé", "[Résumé]"],
    ["a ab", "abab", "[ab][ab]"],
    ["x", "nothing", "nothing"],
    ["(", "f(x)", "f[(]x)"],
    ["fi", "eﬃcient", "e[ﬃ]cient"],
  ])("%s in %s", (query, text, marked) => {
    expect(written(mark(text, wordsOf(query)))).toBe(marked);
  });

  test("nothing of the text is lost", () => {
    const text = "İstanbul 𝕏 ½ straße e\u0301tude";
    for (const query of ["i", "x", "1", "s", "e", "tude"])
      expect(
        mark(text, wordsOf(query))
          .map((part) => part.text)
          .join(""),
      ).toBe(text);
  });
});

describe("an excerpt", () => {
  const filler = "lorem ipsum dolor sit amet ".repeat(20);

  test("is all of a short text", () => {
    expect(written(excerpt("A bridge is a switch.", ["switch"]))).toBe("A bridge is a [switch].");
  });

  test("begins and ends at blanks, with dots where text was left out", () => {
    const parts = written(excerpt(`${filler}the bridge here ${filler}`, ["bridge"]));
    expect(parts).toMatch(/^… (?:ipsum|dolor|sit|amet|lorem)\b.*\bthe \[bridge\] here .* …$/);
    expect(parts.length).toBeLessThan(180);
  });

  test("shows where most of the words are together", () => {
    const text = `bridge ${filler} bridge with a veth pair ${filler}`;
    expect(written(excerpt(text, ["bridge", "veth"]))).toContain("[bridge] with a [veth]");
  });

  test("is the text's beginning where no word is in it", () => {
    expect(written(excerpt(filler, ["bridge"]))).toMatch(/^lorem ipsum.* …$/);
  });

  test("cuts a text without blanks, too", () => {
    expect(written(excerpt(`${"x".repeat(400)}bridge${"y".repeat(400)}`, ["bridge"]))).toContain("[bridge]");
  });
});
