/** Markdown's syntax tree to HTML's, with raw HTML parsed as a browser would. */
import type { Nodes, Root } from "hast";
import type { Root as MarkdownRoot } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";

const convert = unified()
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", footnoteLabelTagName: "p" })
  .freeze();
const parseRaw = unified().use(rehypeRaw).freeze();

/** An HTML tree, not sanitised yet; `text` is what the Markdown was parsed from. */
export function toHtml(tree: MarkdownRoot, text: string): Root {
  const html = convert.runSync(tree) as Root;
  return holdsRaw(html) ? (parseRaw.runSync(html, text) as Root) : html;
}

function holdsRaw(tree: Root): boolean {
  let found = false;
  visit(tree, (node: Nodes) => {
    if ((node.type as string) === "raw") found = true;
  });
  return found;
}
