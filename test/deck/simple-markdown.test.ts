/** The quick ways through Markdown give what the parser gives for the whole text. */
import fc from "fast-check";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { describe, expect, test } from "vitest";
import type { Finding } from "../../server/deck/body/findings.ts";
import { Fragment } from "../../server/deck/body/fragment.ts";
import { BodyCache, collectDefinitions } from "../../server/deck/body/index.ts";
import { compileByParser, compileMarkdown, type Held } from "../../server/deck/body/markdown.ts";
import { parseMarkdown } from "../../server/deck/body/parse.ts";
import { placeholder } from "../../server/deck/body/placeholder.ts";
import { defaults } from "../../server/deck/front-matter.ts";
import { examples as all } from "../conformance/commonmark-examples.ts";
import { runs } from "../runs.ts";

const examples = all.map(({ markdown }) => markdown);
const held: Held[] = [
  { made: { nodes: [["span", { className: "a" }, "x"]], isBlock: false }, raw: () => ".a[x]" },
  { made: { nodes: [["div", { className: "b" }, ["p", {}, "y"]]], isBlock: true }, raw: () => ".b[\ny\n]" },
];

function context() {
  return {
    definitions: collectDefinitions([
      { label: "docs", url: "https://example.com/docs", title: "" },
      { label: "odd", url: "https://example.com/%20&a", title: '"title"' },
    ]),
    hasDemo: (name: string) => name === "demo1",
    code: defaults,
    highlight: (code: string) => code.split("\n").map((line) => (line === "" ? [] : [line])),
    cache: new BodyCache(),
  };
}

const mistakes = (findings: readonly Finding[]) =>
  findings
    .filter((finding) => finding.type === "mistake" || finding.type === "link")
    .map((finding) => JSON.stringify(finding))
    .sort();

/** The parser's development build asserts that a task has a paragraph; texts for which it throws are passed over. */
function same(text: string): void {
  if (isRefused(() => compileByParser(text, held, context()))) return;
  const whole = compileByParser(text, held, context());
  const findings: Finding[] = [];
  const quick = compileMarkdown(Fragment.of(text, 0), held, context(), findings);
  expect(quick, JSON.stringify(text)).toEqual(whole.made);
  expect(mistakes(findings), JSON.stringify(text)).toEqual(mistakes(whole.findings));
}

function isRefused(parse: () => unknown): boolean {
  try {
    parse();
    return false;
  } catch {
    return true;
  }
}

const oneOf = (...texts: string[]) => fc.constantFrom(...texts);
const inline = oneOf(
  ..."word|two words|`code`|**bold**|*soft*|_soft_|snake_case|a*b|**`x` y**|[docs]|[odd]|[none]|[t](https://example.com/a)|[t](#x)|[d](demo1)|[d](demo9)|(see [docs])|&amp;|A & B|<b>|<pid>|a < b|https://x.org|me@x.org|~~no~~|![p](p.png)|[ ] task|\\*|\\|``a`b``|`a|5 * 3|x_|_y|**|* |end.|!|:|- |1.|# |#tag|é|*é*|é_b_|é**b**|x*a*|“q”|`\\`|` a `|`<x>`|`[^1]`|[^1]|[1]|]: x".split(
    "|",
  ),
  placeholder(0),
  placeholder(1),
  "a | b",
  "  ",
  "\t",
  "a\\",
  "\u2028",
);
const words = fc
  .array(inline, { minLength: 1, maxLength: 4 })
  .chain((parts) => oneOf(" ", "", " ").map((gap) => parts.join(gap)));
const start = oneOf(
  "",
  "",
  "",
  "",
  "- ",
  "- ",
  "- ",
  "* ",
  "+ ",
  "-   ",
  "  ",
  "  ",
  "  - ",
  "    ",
  "  * ",
  "1. ",
  "2) ",
  "   ",
  "# ",
  "## ",
  "#",
  "> ",
  "```",
  "```sh",
  "  ```",
  "```sh {1}",
  "~~~",
  "---",
  "===",
  "***",
  "* * *",
  "-",
  "|-|-|",
  ":-",
  "-:",
  "|",
  " ",
  "\t",
  "[a]: ",
  "<div>",
  "</div>",
  "<!-- ",
  "- [ ] ",
  "- - ",
  "````",
);
const line = fc.tuple(start, fc.option(words, { nil: "" })).map(([begin, text]) => begin + text);
const lines = fc
  .array(fc.oneof({ weight: 4, arbitrary: line }, { weight: 2, arbitrary: oneOf("") }), { maxLength: 14 })
  .map((each) => each.join("\n"));

/**
 * Indented code, blank lines, and a quotation that begins with an empty list item. An empty item may not interrupt a
 * paragraph (CommonMark 0.31, 5.2), and indented code is none: it is a list. The parser treats code that may still go on
 * like a paragraph and makes text of the item; cut behind the code, as the quick way does, it makes a list.
 */
const emptyItemBehindCode =
  /^(?: {4}| {0,3}\t).*\n(?:[ \t]*\n)+ {0,3}>[ >]*(?:(?:[-*+]|\d{1,9}[.)])[ \t]+)*(?:[-*+]|\d{1,9}[.)])[ \t]*$/m;

describe("Markdown that is read the quick way is what the parser makes of it", () => {
  test("for any lines", () => {
    const known = lines.filter((text) => !emptyItemBehindCode.test(text));
    fc.assert(fc.property(known, same), { numRuns: runs(3000) });
  }, 600_000);

  test("with the syntax tree that GFM gives, where nothing looks like GFM", () => {
    const standard = unified().use(remarkParse).use(remarkGfm).freeze();
    fc.assert(
      fc.property(lines, (text) => {
        fc.pre(!/^ {0,3}#{1,6}[^#\s]/m.test(text) && !isRefused(() => standard.parse(text)));
        expect(parseMarkdown(Fragment.of(text, 0)).tree).toEqual(standard.parse(text));
      }),
      { numRuns: runs(1000) },
    );
  }, 600_000);

  test("for any characters", () => {
    const character = oneOf(..."ab 1`*_[]()<>#-+|:~!&\\\n\n.@/^=".split(""), "```", "\n\n", "- ", "  ");
    const text = fc.array(character, { maxLength: 40 }).map((each) => each.join(""));
    fc.assert(fc.property(text, same), { numRuns: runs(3000) });
  }, 600_000);

  test.each(["#tag a\\`<x>`\n\n- [ ] word"])("for %j, which was once read otherwise", same);

  test("for the examples of CommonMark and GFM, alone and behind each other", () => {
    for (const example of examples) same(example);
    for (let at = 0; at < examples.length; at += 5) same(examples.slice(at, at + 5).join("\n\n"));
  }, 60_000);
});
