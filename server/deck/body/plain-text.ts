/** The text of a slide's nodes. */
import type { SlideNode } from "../slide.ts";
import { phrasingTags } from "./sanitize.ts";

/** Text of nodes in order, for pictures their alternative, blanks joined; without recursion, since slides may be nested deeply. */
export function plainText(nodes: readonly SlideNode[]): string {
  const texts: string[] = [];
  const work: SlideNode[] = [...nodes].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node === "string") {
      texts.push(node);
      continue;
    }
    const [tag, props, ...children] = node;
    if (tag === "img") texts.push(String(props.alt ?? ""));
    if (!phrasingTags.has(tag) || props.className === "line") work.push(" ");
    for (const child of children.reverse()) work.push(child);
  }
  return texts.join("").replace(/\s+/g, " ").trim();
}
