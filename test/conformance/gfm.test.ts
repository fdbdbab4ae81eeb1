/** GitHub Flavored Markdown 0.29: tables, task lists, strikethrough, autolinks, and footnotes as GitHub has them. */
import { describe, expect, test } from "vitest";
import { compile } from "../deck/compiler.ts";
import { slideForm, standardForm } from "./standard-html.ts";

const table = (head: string, ...rows: string[]) =>
  `<table><thead><tr>${head}</tr></thead>${rows.length > 0 ? `<tbody>${rows.map((row) => `<tr>${row}</tr>`).join("")}</tbody>` : ""}</table>`;
const box = (checked: "" | "checked") => `<input type="checkbox" disabled ${checked}>`;

const examples: Record<string, [markdown: string, html: string]> = {
  "a table has a head and a body": [
    "| node | address |\n| --- | --- |\n| node1 | 10.0.0.11 |",
    table("<th>node</th><th>address</th>", "<td>node1</td><td>10.0.0.11</td>"),
  ],
  "a table needs no pipes at its sides": [
    "node | address\n--- | ---\nnode1 | 10.0.0.11",
    table("<th>node</th><th>address</th>", "<td>node1</td><td>10.0.0.11</td>"),
  ],
  "a table's columns are aligned": [
    "| l | c | r |\n|:--|:-:|--:|\n| 1 | 2 | 3 |",
    table(
      '<th align="left">l</th><th align="center">c</th><th align="right">r</th>',
      '<td align="left">1</td><td align="center">2</td><td align="right">3</td>',
    ),
  ],
  "an escaped pipe is part of its cell, in code too": [
    "| a |\n| --- |\n| b \\| c |\n| `d \\| e` |",
    table("<th>a</th>", "<td>b | c</td>", "<td><code>d | e</code></td>"),
  ],
  "a cell holds marks and links": [
    "| **a** | [b](http://example.com) |\n| --- | --- |",
    table('<th><strong>a</strong></th><th><a href="http://example.com">b</a></th>'),
  ],
  "a table ends at an empty line": [
    "| a |\n| --- |\n| b |\n\nc",
    `${table("<th>a</th>", "<td>b</td>")}<p>c</p>`,
  ],
  "a table ends at another block": [
    "| a |\n| --- |\n| b |\n> c",
    `${table("<th>a</th>", "<td>b</td>")}<blockquote><p>c</p></blockquote>`,
  ],
  "a row may have fewer cells, and those too many are left out": [
    "| a | b |\n| --- | --- |\n| 1 |\n| 1 | 2 | 3 |",
    table("<th>a</th><th>b</th>", "<td>1</td><td></td>", "<td>1</td><td>2</td>"),
  ],
  "a head with other columns than its line is text": [
    "| a | b |\n| --- |\n| c |",
    "<p>| a | b |\n| --- |\n| c |</p>",
  ],
  "a task is done or not": [
    "- [ ] bridge\n- [x] veth\n- [X] route",
    `<ul class="contains-task-list"><li class="task-list-item">${box("")} bridge</li><li class="task-list-item">${box("checked")} veth</li><li class="task-list-item">${box("checked")} route</li></ul>`,
  ],
  "tasks nest": [
    "- [x] a\n  - [ ] b",
    `<ul class="contains-task-list"><li class="task-list-item">${box("checked")} a<ul class="contains-task-list"><li class="task-list-item">${box("")} b</li></ul></li></ul>`,
  ],
  "a task needs a blank behind its box": ["- [x]a", "<ul><li>[x]a</li></ul>"],
  "two tildes strike out, and one": ["~~one~~ ~two~", "<p><del>one</del> <del>two</del></p>"],
  "three tildes do not": ["a ~~~b~~~", "<p>a ~~~b~~~</p>"],
  "what is struck out stays in its paragraph": ["a ~~b\n\nc~~", "<p>a ~~b</p><p>c~~</p>"],
  "www. begins a link": [
    "see www.example.com/a_b",
    '<p>see <a href="http://www.example.com/a_b">www.example.com/a_b</a></p>',
  ],
  "a link's last punctuation is the sentence's": [
    "see http://example.com/a, https://example.com/b.",
    '<p>see <a href="http://example.com/a">http://example.com/a</a>, <a href="https://example.com/b">https://example.com/b</a>.</p>',
  ],
  "a link's brackets balance": [
    "(www.example.com/a_(b))",
    '<p>(<a href="http://www.example.com/a_(b)">www.example.com/a_(b)</a>)</p>',
  ],
  "an entity behind a link is none of it": [
    "www.example.com/a&copy;",
    '<p><a href="http://www.example.com/a">www.example.com/a</a>©</p>',
  ],
  "< ends a link": [
    "www.example.com/a<b",
    '<p><a href="http://www.example.com/a">www.example.com/a</a>&lt;b</p>',
  ],
  "a mail address is a link": [
    "root@node1.example.com, a.b-c_d@e.f.",
    '<p><a href="mailto:root@node1.example.com">root@node1.example.com</a>, <a href="mailto:a.b-c_d@e.f">a.b-c_d@e.f</a>.</p>',
  ],
  "an address in code is code": ["`http://example.com`", "<p><code>http://example.com</code></p>"],
};

describe("on a slide, as on GitHub,", () => {
  for (const [name, [markdown, html]] of Object.entries(examples)) {
    test(name, () => {
      expect(slideForm(compile(markdown).slides[0]?.content ?? [])).toBe(standardForm(markdown, html));
    });
  }

  test("a footnote stands at the end, with ways there and back", () => {
    const html = slideForm(compile("# A\n\nveth[^1]\n\n[^1]: always a pair").slides[0]?.content ?? []);
    expect(html).toContain('href="#user-content-fn-1"');
    expect(html).toContain('id="user-content-fn-1"');
    expect(html).toContain('href="#user-content-fnref-1"');
    expect(html).toContain('id="user-content-fnref-1"');
    expect(html).toContain("always a pair");
  });
});
