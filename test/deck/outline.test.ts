/** The outline of a deck: its slides as Markdown, as somebody would read or count them. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { OutlineSlide } from "../../server/deck/index.ts";
import { runs } from "../runs.ts";
import { compile, compiler } from "./compiler.ts";

const options = { demos: new Set(["demo1-linux-bridge"]), name: "deck" };

function outline(text: string): OutlineSlide[] {
  return compiler.outline(text, options).slides;
}

function contents(text: string): string[] {
  return outline(text).map(({ content }) => content);
}

describe("the outline", () => {
  test("tells of a slide what its author wrote, without properties and marks", () => {
    expect(
      outline(
        "name: start\nclass: a, b\nwho: me\n<!-- count: false -->\n\n# Title\n\n- *one*\n\n???\n\nnote\n",
      ),
    ).toEqual([
      {
        index: 1,
        number: 0,
        name: "start",
        title: "Title",
        classes: ["a", "b"],
        continued: false,
        properties: { name: "start", class: "a, b", who: "me", count: "false" },
        notes: "note",
        content: "# Title\n\n- *one*",
      },
    ]);
  });

  test("gives a continued slide what came before and its own", () => {
    expect(contents("- a\n--\n- b\n--\n\nc")).toEqual(["- a", "- a\n- b", "- a\n- b\n\nc"]);
    expect(outline("- a\n--\n- b").map(({ continued, number }) => [continued, number])).toEqual([
      [false, 1],
      [true, 2],
    ]);
  });

  test("puts layouts and templates round the slides, and leaves them out themselves", () => {
    expect(contents("layout: true\n\nTop {{content}} end\n---\none\n---\nlayout: false\ntwo")).toEqual([
      "Top \none end",
      "two",
    ]);
    expect(contents("name: t\nlayout: true\n.foot[x]\n---\ntemplate: t\none")).toEqual([".foot[x]\none"]);
  });

  test("writes variables' values, in notes too", () => {
    const [slide] = outline(
      "who: me\n\n.a[by {{who}}] \\{{who}} {{none}}\n\n```\n{{who}}\n```\n???\n{{who}}",
    );
    expect(slide?.content).toBe(".a[by me] {{who}} {{none}}\n\n```\nme\n```");
    expect(slide?.notes).toBe("me");
  });

  test("keeps classes, macros, definitions, code and blank lines inside as they are", () => {
    const text =
      ".a.b[\n- .c[x]\n\n]\n\n\n\\.d[y] ![:scale 50%](p.png)\n\n[x]: http://example.com\n\n    code  \n\nend  ";
    expect(contents(`\n\n${text}\n\n`)).toEqual([text]);
  });

  test("keeps what indents the first line", () => {
    expect(contents("text\n---\n\n    code\n\n---\nend")).toEqual(["text", "    code", "end"]);
  });

  test("leaves out excluded slides, and counts as the slides are counted", () => {
    const slides = outline("a\n---\nexclude: true\nb\n---\ncount: false\nc\n---\nd");
    expect(slides.map(({ index, number, content }) => [index, number, content])).toEqual([
      [1, 1, "a"],
      [2, 1, "c"],
      [3, 2, "d"],
    ]);
  });

  test("says the same of each slide as the compiled deck, and finds the same mistakes", () => {
    const text = "---\ntitle: T\n---\nname: x\n# A [b](#none)\n--\nc\n---\n.a[\n---\n{{x}} [d](demo9)";
    const { slides, problems } = compiler.outline(text, options);
    const deck = compile(text);
    const shared = ({ index, number, name, title, classes, continued, properties }: OutlineSlide) =>
      JSON.stringify([index, number, name, title, classes, continued, properties]);
    expect(slides.map(shared)).toEqual(
      deck.slides.map((slide) => shared({ ...slide, notes: "", content: "" })),
    );
    expect(problems).toEqual(deck.problems);
    expect(problems).toHaveLength(3);
  });

  test("of a deck with nothing to show has no slides, and says why", () => {
    const { slides, problems } = compiler.outline("layout: true\nx", options);
    expect(slides).toEqual([]);
    expect(problems).toMatchObject([{ severity: "error", message: "the deck has nothing to show" }]);
  });

  test("knows the line in which each slide begins", () => {
    expect(compiler.outline("# a\n---\nname: b\n\n# b\n\n--\n\nc", options).lines).toEqual([1, 3, 9]);
  });

  test("loses no line that is neither a separator nor a property", () => {
    const line = fc.constantFrom(
      ..."# Head|- item|  - deeper|text|`code` *x*|.a[in]|.b[|]|```|```sh {1|2}|~~~|    code|  |> quote|a, b|[x]: http://example.com|[x]|![:scale 5%](a.png)|\\.c[x]|---|--|???|---|--|".split(
        "|",
      ),
    );
    fc.assert(
      fc.property(fc.array(line, { maxLength: 25 }), (body) => {
        const lines = onlyOneNotes(["start of it", ...body]);
        const shown = outline(lines.join("\n")).flatMap(({ content, notes }) =>
          `${content}\n${notes}`.split("\n"),
        );
        let at = 0;
        for (const each of lines.filter((one) => !/^(?:--|---|\?\?\?|[ ]*)$/.test(one))) {
          at = shown.indexOf(each, at) + 1;
          expect(
            at,
            `${JSON.stringify(each)} of ${JSON.stringify(lines)} in ${JSON.stringify(shown)}`,
          ).not.toBe(0);
        }
      }),
      { numRuns: runs(500) },
    );
  }, 600_000);
});

/** A second `???` drops the notes before it; in code and in content classes no line ends a slide. */
function onlyOneNotes(lines: readonly string[]): string[] {
  const hasInside = lines.some((line) => /^(?:```|~~~|\.b\[)/.test(line));
  let seen = false;
  return lines.filter((line) => {
    if (!hasInside && (line === "---" || line === "--")) seen = false;
    const isAgain = line === "???" && seen;
    seen ||= line === "???";
    return !isAgain;
  });
}
