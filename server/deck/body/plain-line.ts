/** Content classes that are a single line of text, as most are. */
import type { SlideNode } from "../slide.ts";
import { type Made, paragraph } from "./nodes.ts";
import { splitAtPlaceholders } from "./placeholder.ts";

/** In a line, `.key[*]` and its like are no lists and headings. */
const bareMarker = /^ *(?:[-*+]|\d{1,9}[.)]|#{1,6}) *$/;
const read = /[\n\t*_`<>&[\]\\~#|@/]|www\.|^ *(?:[-+=]|\d{1,9}[.)])/i;

/** Whether a content class's text holds nothing that Markdown reads, which spares it the cost. */
export function isPlain(text: string): boolean {
  return bareMarker.test(text) || !read.test(text);
}

/** A plain text as a paragraph. */
export function plainLine(text: string, madeAt: (index: number) => Made): Made {
  return paragraph(
    {},
    splitAtPlaceholders(text.trim()).map((part) =>
      typeof part === "string" ? { nodes: [part], isBlock: false } : madeAt(part),
    ),
  );
}

/** What stands in the only paragraph of a content; null when there is more than a line of text. */
export function lineOf({ nodes, isBlock }: Made): SlideNode[] | null {
  if (!isBlock || nodes.length === 0) return nodes;
  const [only, ...others] = nodes;
  if (typeof only !== "object" || others.length > 0 || only[0] !== "p") return null;
  const [, , ...line] = only;
  return line;
}
