/** Pictures and style sheets that the deck's folder does not have. */
import { describe, expect, test } from "vitest";
import { compiler } from "./compiler.ts";

const files = new Set(["a b.png", "img/ok.svg", "look.css"]);

function mistakes(text: string) {
  const { problems } = compiler.compile(text, { demos: new Set(), hasFile: (path) => files.has(path) });
  return problems.map(({ severity, line, column, message }) => `${line}:${column} ${severity} ${message}`);
}

describe("a file of the deck", () => {
  test("that is there is not spoken of", () => {
    const text =
      "---\ncss: ./look.css\n---\nbackground-image: url(a%20b.png)\n![](<a b.png>) ![:scale 5%](./img/../img/ok.svg#x)";
    expect(mistakes(text)).toEqual([]);
  });

  test("that is missing is reported where it is named, however it is named", () => {
    const text = [
      "---",
      "title: a",
      "css: lok.css",
      "---",
      "background-image: url(img/gone.png)",
      "",
      "- a ![x](img/Ok.svg)",
      "",
      ".red[![:scale 50%](c.png)] [![y][p]](#1)",
      "",
      "[p]: d.png",
      "???",
      '<img src="e%20.png">',
    ].join("\n");
    expect(mistakes(text)).toEqual([
      '3:1 error the style sheet "lok.css" does not exist',
      '5:1 error the picture "img/gone.png" does not exist',
      '7:5 error the picture "img/Ok.svg" does not exist',
      '9:6 error the picture "c.png" does not exist',
      '9:29 error the picture "d.png" does not exist',
      '13:1 error the picture "e .png" does not exist',
    ]);
  });

  test("is told of once, although continued slides repeat it", () => {
    expect(mistakes("![](x.png)\n--\nmore\n--\nmore")).toHaveLength(1);
  });

  test("is not looked for by who cannot know", () => {
    expect(compiler.compile("![](x.png)", { demos: new Set() }).problems).toEqual([]);
  });
});
