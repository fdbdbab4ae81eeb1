/** The words of compiled Markdown, for a search. */
import type { SlideNode } from "../deck/index.ts";

const inline = /^(?:a|abbr|b|code|del|em|i|kbd|mark|s|small|span|strong|sub|sup|u|run-demo)$/;

/** Text with a blank between blocks, each run of white space as one blank. */
export function plainText(nodes: readonly SlideNode[]): string {
  const parts: string[] = [];
  const work: SlideNode[] = [...nodes].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node === "string") {
      parts.push(node);
      continue;
    }
    const [tag, props, ...children] = node;
    const isLine = tag === "span" && String(props.className).startsWith("line");
    if (!inline.test(tag) || isLine) parts.push(" ");
    for (const child of children.reverse()) work.push(child);
  }
  return parts.join("").replace(/\s+/g, " ").trim();
}
