/** Markdown text to a syntax tree: CommonMark and GFM, and headings without a space behind the `#`. */
import type { Nodes, Paragraph, Root } from "mdast";
import remarkGfm from "remark-gfm";
import remarkParse from "remark-parse";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import type { Edit, Fragment } from "./fragment.ts";

const commonMark = unified().use(remarkParse).freeze();
const gfm = unified().use(remarkParse).use(remarkGfm).freeze();
/** Tables, strikethrough, addresses, footnotes and tasks all need one of these; most texts have none and parse faster. */
const needsGfm = /[|~@]|:-|-:|https?:|www\.|\[\^|\[[\sx]\]/i;
const tightHeading = /^ {0,3}#{1,6}(?=[^#\s])/gm;

/** Parses a fragment; throws a `TooLongError`, and a RangeError for deep nesting; `fragment` is what the tree's positions count in. */
export function parseMarkdown(fragment: Fragment): { tree: Root; fragment: Fragment } {
  const tree = parse(fragment.text);
  if (fragment.text.search(tightHeading) < 0) return { tree, fragment };
  const edits = spacesForHeadings(fragment.text, tree);
  if (edits.length === 0) return { tree, fragment };
  const spaced = fragment.edit(edits);
  return { tree: parse(spaced.text), fragment: spaced };
}

/** In characters and lines; the parser takes time in the square of both when a text is made for it. */
const longestText = 100_000;
const mostUnderlines = 2_000;

/** Says that a text is not parsed because it would take too long. */
export class TooLongError extends Error {}

function parse(text: string): Root {
  if (text.length > longestText) throw new TooLongError(`${text.length} characters`);
  const underlines = text.match(/^ {0,3}(?:-+|=+)[ \t]*$/gm)?.length ?? 0;
  if (underlines > mostUnderlines) throw new TooLongError(`${underlines} underlined headings`);
  return (needsGfm.test(text) ? gfm : commonMark).parse(text);
}

/** `#Title` parses as a paragraph, so only paragraphs are looked at: code and HTML keep what they hold. */
function spacesForHeadings(text: string, tree: Root): Edit[] {
  const edits: Edit[] = [];
  visit(tree, "paragraph", (paragraph: Paragraph) => {
    const [start, end] = range(paragraph);
    const lineStart = text.lastIndexOf("\n", start) + 1;
    for (const match of text.slice(lineStart, end).matchAll(tightHeading)) {
      const at = lineStart + match.index + match[0].length;
      if (at > start) edits.push({ at, remove: 0, insert: " " });
    }
  });
  return edits;
}

/** Start and end of a node in the text that was parsed. */
export function range(node: Nodes): [start: number, end: number] {
  return [node.position?.start.offset ?? 0, node.position?.end.offset ?? 0];
}
