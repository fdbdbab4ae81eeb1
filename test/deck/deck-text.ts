/** Texts made of slide syntax, for property tests. */
import fc from "fast-check";

/** Marks, words, properties and oddities that a deck can be put together from. */
export const syntax = fc.constantFrom(
  ..."--- -- ??? ``` ~~~ ` .a[ .b.c[ \\.a[ [ ] ]: ( ) { } {{x}} {{content}} \\{{x}} ![:scale ![:x](y) # ## - 1. > | * ** _ ~~ \\ < > & \" '".split(
    " ",
  ),
  ...[
    "\n",
    "\n\n",
    " ",
    "    ",
    "\t",
    "\r\n",
    "a",
    "word",
    "é",
    "🐧",
    "\u0000",
    "\uFDD0",
    "\uFDD01\uFDD1",
    "\uE000",
    "\uD800",
    "\u2028",
  ],
  ...[
    "class: a\n",
    "name: x\n",
    "template: x\n",
    "layout: true\n",
    "layout: false\n",
    "exclude: true\n",
    "count: false\n",
  ],
  ...[
    "continued: true\n",
    "x: y\n",
    "content: z\n",
    "__proto__: x\n",
    "background-image: url(a.png)\n",
    "title: T\n",
  ],
  ...[
    "<!-- a: b -->",
    "<!--",
    "-->",
    "<!-- break -->\n",
    "[x]: http://example.com\n",
    "[x]",
    "[^1]",
    "[^1]: y\n",
  ],
  ...[
    "<div>",
    "</div>",
    "<script>",
    "<p class='.a[b]'>",
    "<table><tr>",
    "</p>",
    "<br>",
    "<svg>",
    "<template>",
  ],
  ...[
    "\n---\n",
    "\n--\n",
    "\n???\n",
    "\n```\n",
    "\n```sh\n",
    "$ ls <x>\n",
    "# id\n",
    "root@a:~# b\n",
    "[d](demo9)",
    "![p](../x)",
  ],
);
/** A deck that makes little sense and a lot of trouble. */
export const deckText = fc.array(syntax, { maxLength: 60 }).map((parts) => parts.join(""));
