/** The compiled tree becomes the page's elements, as it is. */
import type { ReactNode } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { renderNodes } from "../../../client/content/index.ts";

const html = (...parameters: Parameters<typeof renderNodes>) =>
  renderToStaticMarkup(renderNodes(...parameters));

test("text, elements and attributes are drawn in their order", () => {
  expect(
    html([["h1", {}, "A ", ["em", { className: ["x", "y"] }, "b"]], "\n", ["p", { id: "c", title: null }]]),
  ).toBe('<h1>A <em class="x y">b</em></h1>\n<p id="c"></p>');
});

test("text that looks like HTML stays text", () => {
  expect(html([["p", {}, "<img src=x onerror=alert(1)>"]])).toBe("<p>&lt;img src=x onerror=alert(1)&gt;</p>");
});

test("a component stands for its tag and gets the props and the rendered children", () => {
  const components = {
    "run-demo": ({ demo, children }: { demo: string; children: ReactNode }) => (
      <button type="button">
        {demo}: {children}
      </button>
    ),
  };
  expect(html([["p", {}, ["run-demo", { demo: "demo1" }, ["b", {}, "go"]]]], components)).toBe(
    '<p><button type="button">demo1: <b>go</b></button></p>',
  );
});

test("links out of the deck open beside it and tell it nothing, links inside stay", () => {
  expect(html([["a", { href: "https://podman.io/" }, "Podman"]])).toBe(
    '<a href="https://podman.io/" target="_blank" rel="noopener noreferrer">Podman</a>',
  );
  expect(html([["a", { href: "#3" }, "there"]])).toBe('<a href="#3">there</a>');
  expect(html([["a", { href: "mailto:x@example.com" }, "x"]])).toBe('<a href="mailto:x@example.com">x</a>');
});

test("a task's check box says whether the task is done", () => {
  expect(html([["input", { type: "checkbox", checked: true, disabled: true }]])).toContain(
    'aria-label="done"',
  );
  expect(html([["input", { type: "checkbox", disabled: true }]])).toContain('aria-label="not done"');
});

test("footnotes of a slide have ids with the slide in them, and lead there; other ids and links stay", () => {
  const content: Parameters<typeof renderNodes>[0] = [
    ["a", { id: "user-content-fnref-1", href: "#user-content-fn-1" }, "1"],
    ["p", { id: "user-content-footnote-label" }],
    ["li", { id: "user-content-fn-1" }],
    ["a", { id: "user-content-place", href: "#3" }],
  ];
  expect(html(content, {}, 7)).toBe(
    '<a id="7-user-content-fnref-1" href="#7-user-content-fn-1">1</a>' +
      '<p id="7-user-content-footnote-label"></p><li id="7-user-content-fn-1"></li><a id="user-content-place" href="#3"></a>',
  );
});
