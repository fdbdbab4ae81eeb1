/** Each kind of mistake: where it is, how grave it is, what it is called and what to do about it. */
import { describe, expect, test } from "vitest";
import { compile } from "./compiler.ts";

type Row = [name: string, deck: string, severity: "error" | "warning", message: RegExp, remedy: RegExp];

/** `§` stands where the mistake is; everything before it must not be taken for the place. */
const mistakes: Row[] = [
  [
    "an unknown demo",
    "# One\n\nA [fine](demo1-linux-bridge) and §[Demo 9](demo9).",
    "error",
    /^the demo "demo9" does not exist$/,
    /demos\/demo9\.sh/,
  ],
  [
    "an unknown demo in a table",
    "| a | b |\n| --- | --- |\n| c | §[d](demo9) |",
    "error",
    /"demo9"/,
    /write it, or correct/,
  ],
  [
    "a dead link to a name",
    "# One\n---\nname: two\n- [ok](#two)\n- §[x](#twoo)",
    "error",
    /^no slide is named "twoo"$/,
    /name: twoo/,
  ],
  [
    "a dead link that was mistyped",
    "name: bridges\n# One\n---\n§[x](#brigdes)",
    "error",
    /"brigdes"/,
    /did you mean #bridges\?/,
  ],
  ["a dead link to a number", "# One\n---\n.red[to §[x](#3)]", "error", /^there is no slide 3$/, /#1 to #2/],
  ["a dead link in notes", "# One\n???\n- §[x](#gone)", "error", /"gone"/, /correct the link/],
  ["a link that is none", "# One\n\n§[x](notes.md)", "warning", /link to "notes\.md"/, /by its name/],
  [
    "an unknown macro",
    "# One\n\nbefore §![:youtube abc](x) behind",
    "error",
    /^unknown macro "youtube"$/,
    /!\[:scale 50%\]/,
  ],
  ["a macro without its value", "§![:scale](a.png)", "error", /^scale: "" is no width$/, /50%/],
  [
    "a first line that reads as a property",
    "# One\n---\n§Note: bring the adapter\n\n# Two",
    "warning",
    /"Note: bring the adapter".*not shown/,
    /Note\\:.*\{\{Note\}\}/,
  ],
  ["a mistyped property", "§clas: center\n# One", "warning", /"clas: center"/, /did you mean class\?/],
  ["an unknown transition", "name: a\n§transition: spin\n# One", "warning", /"spin"/, /none, fade or slide/],
  [
    "a background from elsewhere",
    "class: a\n§background-image: url(https://example.com/x.png)\n# One",
    "warning",
    /another site/,
    /beside the deck/,
  ],
  [
    "a duplicate name",
    "name: a\n# One\n---\nclass: x\n§name: a\n# Two",
    "warning",
    /"a", too/,
    /another name/,
  ],
  [
    "a template that comes later",
    "§template: t\n# One\n---\nname: t\n# T",
    "warning",
    /"t"/,
    /before the slides/,
  ],
  [
    "an unclosed fence",
    "# One\n\n§```sh\nip link\n---\n# Two",
    "error",
    /fence ``` is not closed/,
    /on a line of its own/,
  ],
  [
    "an unclosed fence in a list",
    "# One\n\n- a\n- §~~~\n  ip link\n---\n# Two",
    "error",
    /fence ~~~ is not closed/,
    /~~~ on a line/,
  ],
  [
    "an unclosed class",
    "# One\n\ntext §.red.big[more\n---\n# Two",
    "error",
    /class \.red\.big\[ is not closed/,
    /close it with \]/,
  ],
  ["front matter that is no YAML", "---\ntitle: a\nratio: §b: c\n---\n# One", "error", /not YAML/, /quote/],
  [
    "an unknown key of front matter",
    "---\ntitle: a\n§titel: b\n---\n# One",
    "warning",
    /"titel"/,
    /did you mean title\?/,
  ],
  [
    "a bad value of front matter",
    "---\ntitle: a\n§ratio: 5:4\n---\n# One",
    "error",
    /ratio cannot be "5:4"/,
    /16:9 or 4:3/,
  ],
  [
    "a theme that is none",
    "---\n§theme: dark\n---\n# One",
    "error",
    /theme cannot be "dark"/,
    /talk or plain/,
  ],
  ["a style sheet elsewhere", "---\n§css: ../x.css\n---\n# One", "error", /css cannot be/, /deck's folder/],
  ["bad line steps", "# One\n\n```sh §{1|9}\nip link\n```", "error", /no line 9/, /1 to 1/],
  ["bad line steps in a class", ".left[\n```sh lines §{x|1}\nip link\n```\n]", "error", /"x" names/, /1,3-5/],
  ["bad line numbers", "> ```sh §lines=x\n> ip link\n> ```", "error", /cannot be "x"/, /lines=5/],
  [
    "a picture from another site",
    "# One\n\na §![x](https://example.com/x.png)",
    "error",
    /another site/,
    /beside/,
  ],
  [
    "a picture outside the folder",
    "# One\n\n§![x](../x.png)",
    "error",
    /outside the deck's folder/,
    /beside/,
  ],
  ["HTML that is not shown", "# One\n\na §<iframe src='x'></iframe>", "warning", /<iframe>/, /take it out/],
  ["a script's attribute", "# One\n\n§<b onclick='x()'>a</b>", "warning", /onclick/, /no scripts/],
  ["a style attribute", "# One\n\n§<p style='color:red'>a</p>", "warning", /style/, /style sheet/],
  ["a deck that is empty", "§", "error", /the deck is empty/, /---/],
];

describe("a mistake has its place, its cause and its remedy:", () => {
  for (const [name, deck, severity, message, remedy] of mistakes) {
    for (const [how, text] of [
      ["", deck],
      [", however lines end", deck.replaceAll("\n", "\r\n")],
    ] as const) {
      test(`${name}${how}`, () => {
        const before = text.slice(0, text.indexOf("§")).replaceAll("\r\n", "\n").split("\n");
        const { problems } = compile(text.replace("§", ""));
        expect(problems).toHaveLength(1);
        expect(problems[0]).toMatchObject({
          severity,
          line: before.length,
          column: (before.at(-1)?.length ?? 0) + 1,
          message: expect.stringMatching(message),
          remedy: expect.stringMatching(remedy),
        });
      });
    }
  }

  test("nothing is said of a deck without mistakes", () => {
    const deck =
      "name: a\ntransition: fade\n# One\n\n[x](#a), [y](#1), ![:scale 50%](a.png)\n\n```sh {1} lines\nid\n```";
    expect(compile(deck).problems).toEqual([]);
  });

  test("every message is a line in lower case that names the thing", () => {
    for (const [, deck] of mistakes) {
      for (const problem of compile(deck.replace("§", "")).problems) {
        expect(problem.message).toMatch(/^(?:[a-z"<]|background)[^\n]{8,200}$/);
        expect(problem.remedy).toMatch(/^[^\n]{4,300}$/);
      }
    }
  });
});
