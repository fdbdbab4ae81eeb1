/** Where mistakes are reported, and that the rest of the deck is shown. */
import { describe, expect, test } from "vitest";
import { compile } from "./compiler.ts";

function places(text: string): string[] {
  return compile(text).problems.map(
    ({ severity, line, column, message }) => `${line}:${column} ${severity} ${message}`,
  );
}

describe("a mistake in a deck", () => {
  test("has the line and column of the text as it was written", () => {
    expect(places("# One\n\n- see [x](demo9)\n")).toEqual(['3:7 error the demo "demo9" does not exist']);
  });

  test("is found inside content classes, each time at its own place", () => {
    expect(places("# One\n.a[\n  text\n  .b[and [x](demo8)]\n]\n\n[y](demo9)")).toEqual([
      '4:10 error the demo "demo8" does not exist',
      '7:1 error the demo "demo9" does not exist',
    ]);
  });

  test("is found behind definitions that other slides give", () => {
    expect(places("[a] [x](demo9)\n---\n[a]: http://example.com")).toEqual([
      '1:5 error the demo "demo9" does not exist',
    ]);
  });

  test("is found behind headings without a space, variables and CRLF", () => {
    expect(places("who: somebody with a long name\r\n#One {{who}} [x](demo9)\r\n")).toEqual([
      '2:14 error the demo "demo9" does not exist',
    ]);
  });

  test("is found in a deck that is indented as a whole", () => {
    expect(places("    # One\n\n    [x](demo9)\n")).toEqual(['3:5 error the demo "demo9" does not exist']);
  });

  test("is reported once, although continued slides repeat it", () => {
    expect(places("[x](demo9)\n--\nmore\n--\nmore")).toHaveLength(1);
  });

  test("of each kind is reported, in order", () => {
    expect(places("[x](demo9)\n\n```sh\necho\n---\n.a[\n---\nOne: 1\n")).toEqual([
      '1:1 error the demo "demo9" does not exist',
      "3:1 error the fence ``` is not closed; its code ends with its slide",
      "6:1 error the content class .a[ is not closed and is shown as it is written",
      '8:1 warning the line "One: 1" sets a variable that nothing uses and is not shown',
    ]);
  });

  test("says what to do", () => {
    for (const problem of compile("[x](demo9) ![y](/z.png) .a[\n```\n").problems) {
      expect(problem.remedy).not.toBe("");
    }
    expect(compile("[x](demo9)").problems[0]?.remedy).toContain("demos/demo9.sh does not exist yet");
  });

  test("in a raw HTML tag has the tag's place", () => {
    expect(places("text\n\n<div>\n  <img src='/x.png'>\n</div>")).toEqual([
      '4:3 error the picture "/x.png" has an absolute path',
    ]);
  });

  test("found before the deck was compiled explains an empty slide", async () => {
    const { compiler } = await import("./compiler.ts");
    const { decodeDeck } = await import("../../server/deck/index.ts");
    const { text, problems } = decodeDeck(new Uint8Array([0x7f, 0x45, 0x4c, 0x46, 0, 1]));
    const deck = compiler.compile(text, { demos: new Set(), problems });
    expect(deck.slides).toHaveLength(1);
    expect(JSON.stringify(deck.slides[0]?.content)).toContain("the deck is not a text file");
  });
});
