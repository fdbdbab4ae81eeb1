/** A slide's title. */
import { plainText } from "./body/index.ts";
import type { SlideElement, SlideNode } from "./slide.ts";

/** In characters; more is not a title. */
const longestTitle = 120;

/** Plain text of the first heading that has one, else of the first element with text, else "". */
export function slideTitle(content: readonly SlideNode[]): string {
  const texts: SlideNode[][] = [];
  const work: SlideNode[] = [...content].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node === "string") {
      texts.push([node]);
      continue;
    }
    const [tag, , ...children] = node;
    if (/^h[1-6]$/.test(tag) && plainText(children) !== "") return shortened(plainText(children));
    if (isText(node)) texts.push(children);
    else for (const child of children.reverse()) work.push(child);
  }
  for (const nodes of texts) {
    const text = plainText(nodes);
    if (text !== "") return shortened(text);
  }
  return "";
}

function isText([tag]: SlideElement): boolean {
  return tag === "p" || tag === "span" || tag === "code-block" || tag === "run-demo" || tag === "a";
}

function shortened(text: string): string {
  return text.length > longestTitle ? `${text.slice(0, longestTitle - 1).trimEnd()}…` : text;
}
