/** The allow-list for HTML in decks, which share an origin with a root shell: nothing runs, loads or asks for input. */
import type { Root } from "hast";
import rehypeSanitize, { type Options } from "rehype-sanitize";

const phrasing =
  "a abbr b bdi br cite code del dfn em i img input ins kbd mark q rp rt ruby s samp small span strike strong sub sup tt u var wbr";
const flow =
  "article aside blockquote caption center col colgroup dd details div dl dt figcaption figure footer h1 h2 h3 h4 h5 h6 header hr li main ol p pre section summary table tbody td tfoot th thead tr ul";

/** Elements that stand in a line of text. */
export const phrasingTags: ReadonlySet<string> = new Set(phrasing.split(" "));

/** Elements that a deck may use. */
export const allowedTags: ReadonlySet<string> = new Set([...phrasingTags, ...flow.split(" ")]);

/** Elements that go with what is in them, since it is not text for people. */
export const droppedTags: ReadonlySet<string> = new Set(
  "applet audio base canvas embed frame frameset head iframe link math meta noembed noframes noscript object param plaintext script source style svg template textarea title track video xmp select option button datalist".split(
    " ",
  ),
);

const schema: Options = {
  tagNames: [...allowedTags],
  strip: [...droppedTags],
  attributes: {
    "*": [
      "className",
      "id",
      "title",
      "lang",
      "dir",
      "align",
      "vAlign",
      "ariaLabel",
      "ariaHidden",
      "dataFootnoteRef",
      "dataFootnoteBackref",
      "dataFootnotes",
    ],
    a: ["href"],
    img: ["src", "alt", "width", "height"],
    input: ["type", "checked", "disabled"],
    li: ["value"],
    ol: ["start", "reversed", "type"],
    td: ["colSpan", "rowSpan", "width", "height"],
    th: ["colSpan", "rowSpan", "scope", "width", "height"],
    col: ["span", "width"],
    colgroup: ["span", "width"],
    table: ["width", "border", "cellPadding", "cellSpacing"],
    details: ["open"],
    abbr: ["title"],
    bdi: ["dir"],
  },
  required: { input: { type: "checkbox", disabled: true } },
  protocols: { href: ["http", "https", "mailto"], src: [] },
  clobber: ["id"],
  clobberPrefix: "user-content-",
  ancestors: Object.fromEntries([
    ["li", ["ol", "ul"]],
    ...["caption", "col", "colgroup", "tbody", "td", "tfoot", "th", "thead", "tr"].map(
      (tag) => [tag, ["table"]] as const,
    ),
    ["summary", ["details"]],
  ] as [string, string[]][]),
  allowComments: false,
  allowDoctypes: false,
};

const transform = rehypeSanitize(schema);

/** A copy of a tree without what the list does not allow. */
export function sanitize(tree: Root): Root {
  return transform(tree) as Root;
}
