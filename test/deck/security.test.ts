/** Nothing in a deck runs, loads from elsewhere, or takes the place of something of ours. */
import { describe, expect, test } from "vitest";
import { type SlideNode, slideHtml } from "../../server/deck/index.ts";
import { compile, compiler } from "./compiler.ts";

const attacks = {
  "a script": "<script>alert(1)</script>",
  "a script in a list": "- x\n\n  <script src='http://example.com/x.js'></script>",
  "a script cut by a content class": "<scr.a[ipt>alert(1)</scr]ipt>",
  "a script over a variable": "x: <script>alert(1)</script>\n# {{x}}",
  "an event attribute": '<img src="x.png" onerror="alert(1)">',
  "an event attribute in capitals": '<div ONCLICK="alert(1)">x</div>',
  "an event attribute behind a content class": '<div title=".a[" onclick="alert(1)">]</div>',
  "a javascript link": "[x](javascript:alert(1))",
  "a javascript link in HTML": '<a href="javascript:alert(1)">x</a>',
  "a javascript link with a line break": '<a href="java&#10;script:alert(1)">x</a>',
  "a javascript link behind a control character": '<a href="&#1;javascript:alert(1)">x</a>',
  "a javascript link by definition": "[x][]\n\n[x]: javascript:alert(1)",
  "a data link": "[x](data:text/html;base64,PHNjcmlwdD4=)",
  "a data picture": "![x](data:image/svg+xml;base64,PHN2Zz4=)",
  "a remote picture": "![x](https://example.com/x.png)",
  "a remote picture by macro": "![:scale 50%](https://example.com/x.png)",
  "a remote picture by srcset": '<img srcset="https://example.com/x.png 2x" src="a.png">',
  "a remote background": "background-image: url(https://example.com/x.png)\n# x",
  "a background that ends its declaration": "background-color: red;position:fixed\n# x",
  "a style sheet": "<style>body{display:none}</style>",
  "a style attribute": '<p style="position:fixed;inset:0">x</p>',
  "a linked style sheet": '<link rel="stylesheet" href="https://example.com/x.css">',
  "an iframe": '<iframe src="https://example.com"></iframe>',
  "an object": '<object data="https://example.com"></object><embed src="https://example.com">',
  "an SVG": '<svg onload="alert(1)"><script>alert(1)</script><use href="https://example.com"/></svg>',
  "a MathML link": '<math href="javascript:alert(1)"><mtext>x</mtext></math>',
  "a base": '<base href="https://example.com/">',
  "a refresh": '<meta http-equiv="refresh" content="0;url=https://example.com">',
  "a form":
    '<form action="https://example.com"><input name="a"><textarea>b</textarea><button>c</button></form>',
  "a template": "<template><script>alert(1)</script></template>",
  "an id of the app": '<div id="root">x</div>\n\n<a name="deck-data">y</a>',
  "a mutation": '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript>',
  "a comment that ends early": "<!--><img src=x onerror=alert(1)>-->",
  "a fence's language": '```"><script>alert(1)</script>\nx\n```',
  "a class name in HTML": '<div class="a&quot;><script>alert(1)</script>">x</div>',
  "a macro's name": "![:<script>alert(1)</script>](x)",
  "a fence's line steps": '```sh {1|"><script>alert(1)</script>} lines="><script>\nx\n```',
  "a fence's attributes":
    '```{.x onclick="alert(1)" style="position:fixed"}\n<img src=x onerror=alert(1)>\n```',
  "a vbscript link": "[x](vbscript:alert) <vbscript:alert>",
  "a file link": "[x](file:///etc/passwd) ![y](file:///etc/passwd)",
  "a blob and a view-source link": "[x](blob:https://example.com/1) [y](view-source:https://example.com)",
  "a link that pings": '<a href="#1" ping="https://example.com" target="_top" download>x</a>',
  "an SVG link": '<svg><a xlink:href="javascript:alert(1)"><text>x</text></a></svg>',
  "an SVG with a foreign object": "<svg><foreignObject><img src=x onerror=alert(1)></foreignObject></svg>",
  "an animated attribute": '<svg><set attributeName="href" to="javascript:alert(1)"/></svg>',
  "a video and its source":
    '<video src="https://example.com/x" poster="https://example.com/y"><source src="https://example.com/z"></video>',
  "a picture with sources": '<picture><source srcset="https://example.com/x"><img src="a.png"></picture>',
  "a picture as a button":
    '<input type="image" src="https://example.com/x" formaction="https://example.com">',
  "a background attribute": '<table background="https://example.com/x"><tr><td>x</td></tr></table>',
  "a property of another name": "onclick: alert(1)\nstyle: position:absolute\n# x",
  "a dialog and a popover": '<dialog open popover="auto">x</dialog><button popovertarget="y">z</button>',
  "an editable text": '<p contenteditable="true" tabindex="1" accesskey="n" autofocus>x</p>',
  "a custom element":
    '<run-demo demo="x"></run-demo><code-block steps="1"></code-block><is-land is="x"></is-land>',
  "a conditional comment": "<!--[if IE]><script>alert(1)</script><![endif]-->",
  "a CDATA section": "<![CDATA[<script>alert(1)</script>]]>",
  "a processing instruction": '<?xml-stylesheet href="https://example.com/x.css"?>',
  "a plaintext": "<plaintext><script>alert(1)</script>",
  "a macro's width": "![:scale 50%;background:url(//example.com)](x.png)",
};

const allowedTags = new Set(
  "a b br code-block div em h1 h2 img kbd li p pre run-demo span strong sup table tbody td tr ul".split(" "),
);
const allowedProps: Record<string, RegExp> = {
  alt: /^/,
  block: /^/,
  className: /^/,
  columns: /^\d+$/,
  demo: /^[a-z0-9-]+$/i,
  href: /^(?:https?:|mailto:|#)/,
  id: /^user-content-/,
  kind: /^[a-z]+$/,
  language: /^/,
  missing: /^/,
  numbers: /^\d+$/,
  rel: /^noopener noreferrer$/,
  src: /^\/deck\/[^/]/,
  steps: /^\[[\d\-,"alno]*\]$/,
  style: /^\{"width":"[\d.]+[a-z%]+"\}$/,
  target: /^_blank$/,
  title: /^/,
};

function unexpected(nodes: readonly SlideNode[]): string[] {
  return nodes.flatMap((node) => {
    if (typeof node === "string") return [];
    const [tag, props, ...children] = node;
    const own = Object.entries(props).filter(([name, value]) => {
      const text = typeof value === "object" ? JSON.stringify(value) : String(value);
      return !allowedProps[name]?.test(text);
    });
    return [
      ...(allowedTags.has(tag) ? [] : [`<${tag}>`]),
      ...own.map(([name, value]) => `${name}=${JSON.stringify(value)}`),
      ...unexpected(children),
    ];
  });
}

describe("in a slide there is no trace of", () => {
  for (const [name, text] of Object.entries(attacks)) {
    test(name, () => {
      const deck = compile(`# Title\n---\n${text}\n???\n${text}\n---\n# After`);
      const nodes = deck.slides.flatMap((slide) => [...slide.content, ...slide.notes]);
      expect(unexpected(nodes)).toEqual([]);
      expect(slideHtml(nodes)).not.toMatch(/<(?:script|style|iframe|svg|form|meta|base|link|object|embed)/i);
      expect(slideHtml(nodes)).not.toMatch(/<[^>]*\s(?:on\w+|srcset)\s*=/i);
      expect(JSON.stringify(deck.slides.map((slide) => slide.properties))).not.toMatch(/example\.com|fixed/);
      expect(deck.slides.at(-1)?.title).toBe("After");
    });
  }

  test("the same in a demo's text", () => {
    for (const text of Object.values(attacks)) expect(unexpected(compiler.markdown(text))).toEqual([]);
  });
});

describe("a deck's author is told about", () => {
  const told = [
    "a script",
    "an event attribute",
    "a style attribute",
    "an iframe",
    "a form",
    "a javascript link",
  ] as const;
  for (const name of told) {
    test(name, () => expect(compile(attacks[name]).problems).not.toEqual([]));
  }
});

describe("a file outside the deck's folder is refused, named as", () => {
  const outside = [
    "../x",
    "a/../../x",
    "./../x",
    "%2e%2e/x",
    "..%2fx",
    "a/%2E%2E/%2e%2e/x",
    "/x",
    "//example.com/x",
    "\\\\example.com\\x",
    "..\\x",
    "https://example.com/x",
    "file:///x",
    "data:image/png;base64,x",
    "javascript:x",
    "a%00/x",
  ];
  for (const path of outside) {
    test(JSON.stringify(path), () => {
      const picture = compile(`# a\n\n<img src="${path}.png">`);
      expect(JSON.stringify(picture.slides)).toContain("missing-picture");
      expect(JSON.stringify(picture.slides)).not.toContain('"src"');
      const background = compile(`background-image: url(${path}.png)\n# a`);
      expect(background.slides[0]?.properties["background-image"]).toBeUndefined();
      const sheet = compile(`---\ncss: ${JSON.stringify(`${path}.css`)}\n---\n# a`);
      expect(sheet.css).toBeNull();
      for (const deck of [picture, background, sheet]) expect(deck.problems).toHaveLength(1);
    });
  }

  test("and one inside is not", () => {
    const deck = compile("---\ncss: ./look/a b.css\n---\n![](./a/../b.png)");
    expect(deck.problems).toEqual([]);
    expect(deck.css).toBe("look/a b.css");
    expect(JSON.stringify(deck.slides)).toContain('"/deck/b.png"');
  });
});
