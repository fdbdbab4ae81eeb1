/** The HTML of the first slide, as the server sends it. */
import { describe, expect, test } from "vitest";
import { type SlideNode, slideHtml } from "../../server/deck/index.ts";
import { compiler } from "./compiler.ts";

describe("a slide's HTML", () => {
  test("escapes text and attributes", () => {
    const nodes: SlideNode[] = [["a", { href: "http://x/?a&b", title: `"'<>&` }, `<b>"'&amp;`]];
    expect(slideHtml(nodes)).toBe(
      '<a href="http://x/?a&amp;b" title="&quot;&#39;&lt;&gt;&amp;">&lt;b&gt;&quot;&#39;&amp;amp;</a>',
    );
  });

  test("has no element and no attribute whose name could end a tag", () => {
    expect(slideHtml([["img src=x onerror=alert(1)", {}, "a"]])).toBe("");
    expect(slideHtml([["p", { 'x"><script>': "y", onClick: "alert(1)" }, "a"]])).toBe("<p>a</p>");
  });

  test("writes React's names as HTML's", () => {
    expect(slideHtml([["td", { className: "a b", colSpan: 2, style: { textAlign: "right" } }, "x"]])).toBe(
      '<td class="a b" colspan="2" style="text-align:right">x</td>',
    );
  });

  test("cannot be given a second declaration by a style's value", () => {
    expect(slideHtml([["p", { style: { width: '1px;position:fixed}"' } }]])).toBe(
      '<p style="width:1pxposition:fixed"></p>',
    );
  });

  test("has true as an empty attribute and false and null as none", () => {
    expect(slideHtml([["input", { checked: true, disabled: false, title: null }]])).toBe(
      '<input checked="">',
    );
  });

  test("does not close elements without content", () => {
    expect(
      slideHtml([
        ["br", {}],
        ["img", { src: "/deck/a.png", alt: "" }],
      ]),
    ).toBe('<br><img src="/deck/a.png" alt="">');
  });

  test("shows code line by line and a demo as its button", () => {
    const nodes = compiler.markdown("```sh\nls\n```\n\n[Demo 1](demo1)");
    expect(slideHtml(nodes)).toBe(
      '<div class="code-block" data-language="sh" data-kind="commands" style="--columns:2"><pre><code>' +
        '<span class="line"><span class="tok-command">ls</span></span></code></pre></div>' +
        '<p><span><button type="button" aria-label="Run demo">Run demo</button><span>Demo 1</span></span></p>',
    );
  });

  test("has its line numbers from the start, so that nothing moves when the page takes over", () => {
    const html = slideHtml(compiler.markdown("```sh lines=5\nls\n```"));
    expect(html).toContain('data-kind="commands" data-numbered="" style="--columns:2;--first-line:5"');
    expect(slideHtml(compiler.markdown("```sh\nls\n```"))).not.toContain("numbered");
  });
});
