/** Puts the source's text back where a stand-in came to stand in code or in an attribute. */
import type { Root as HastRoot } from "hast";
import type { Nodes } from "mdast";
import { visit } from "unist-util-visit";
import { hasPlaceholder, restore } from "./placeholder.ts";

/** Restores what a Markdown node says besides text and HTML, in place. */
export function restoreFields(node: Nodes, rawOf: (index: number) => string): void {
  if (node.type === "text" || node.type === "html") return;
  const fields = node as unknown as Record<string, unknown>;
  for (const name of ["value", "url", "title", "alt", "lang", "meta"]) {
    const value = fields[name];
    if (typeof value === "string" && hasPlaceholder(value)) fields[name] = restore(value, rawOf);
  }
}

/** Restores the attributes of HTML, in place. */
export function restoreAttributes(tree: HastRoot, rawOf: (index: number) => string): void {
  visit(tree, "element", ({ properties }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === "string") properties[name] = restore(value, rawOf);
      else if (Array.isArray(value)) properties[name] = value.map((item) => restore(String(item), rawOf));
    }
  });
}
