/** A slide's content and a standard's HTML in one form, so that what is left to differ is Markdown. */
import type { Element, Nodes, Root, RootContent } from "hast";
import rehypeRaw from "rehype-raw";
import { unified } from "unified";
import { sanitize } from "../../server/deck/body/sanitize.ts";
import { type SlideElement, type SlideNode, slideHtml } from "../../server/deck/index.ts";

const parseRaw = unified().use(rehypeRaw).freeze();

/** Where slides differ from the standard by intention, whatever their Markdown is. */
const differences: Record<string, (element: Element) => Element> = {
  /** A link leads to a site, a slide or a demo, and to another site in a tab of its own. */
  a(element): Element {
    const href = String(element.properties.href ?? "").trim();
    const { href: _, ...others } = element.properties;
    if (href.startsWith("//") || /^(?:https?|mailto):/i.test(href)) {
      const site = href.startsWith("//") ? `https:${href}` : href;
      return {
        ...element,
        properties: { ...others, href: site, target: "_blank", rel: ["noopener", "noreferrer"] },
      };
    }
    if (href.startsWith("#")) return { ...element, properties: { ...others, href } };
    if (/^[a-z0-9][a-z0-9-]*$/i.test(href)) return { ...element, properties: { href } };
    return { ...element, properties: others };
  },
  /** A picture lies in the deck's folder; another one is its text. */
  img(element): Element {
    const { src, alt } = element.properties;
    const isBeside = /^[\w-]+(?:\.\w+)?$/.test(String(src));
    if (isBeside) return { ...element, properties: { ...element.properties, src: `/deck/${src}` } };
    const text = String(alt || "picture");
    return {
      ...element,
      tagName: "span",
      properties: { className: ["missing-picture"] },
      children: [{ type: "text" as const, value: text }],
    };
  },
  th: aligned,
  td: aligned,
  /** Code keeps its text; its language and its colours are a block's own. */
  pre(element) {
    const [code, ...others] = element.children;
    if (code?.type !== "element" || code.tagName !== "code" || others.length > 0) return element;
    return { ...element, children: [{ ...code, properties: {} }] };
  },
};

/** React knows a style and no `align`. */
function aligned(element: Element): Element {
  const { align, ...others } = element.properties;
  return align ? { ...element, properties: { ...others, style: `text-align:${align}` } } : element;
}

/** The standard's HTML as a slide would have it; what comes of Markdown without HTML needs no allow-list. */
export function standardForm(markdown: string, html: string): string {
  const tree = parse(html.trimEnd());
  return write(differing(markdown.includes("<") ? sanitize(tree) : tree));
}

/** What a standard parser made, as a slide would have it. */
export function standardTreeForm(tree: Root): string {
  return write(differing(tree));
}

/** A slide's content as HTML of the standard. */
export function slideForm(content: readonly SlideNode[]): string {
  return write(parse(slideHtml(content.map(plainNode))));
}

function parse(html: string): Root {
  return parseRaw.runSync({
    type: "root",
    children: [{ type: "raw", value: html } as unknown as RootContent],
  }) as Root;
}

function differing<Node extends Nodes>(node: Node): Node {
  if (!("children" in node)) return node;
  const children = node.children.flatMap((child) => {
    const inner = differing(child);
    const differ = inner.type === "element" ? differences[inner.tagName] : undefined;
    return differ && inner.type === "element" ? differ(inner) : inner;
  });
  return { ...node, children } as Node;
}

/** Blocks of code and buttons of demos as the elements that they were made of. */
function plainNode(node: SlideNode): SlideNode {
  if (typeof node === "string") return node;
  const [tag, props, ...children] = node;
  if (tag === "run-demo") return ["a", { href: props.demo ?? "" }, ...children.map(plainNode)];
  if (tag !== "code-block") return [tag, props, ...children.map(plainNode)];
  const text = children.map((line) => `${textOf(line)}\n`).join("");
  return ["pre", {}, ["code", {}, text === "\n" ? "" : text]];
}

function textOf(node: SlideNode): string {
  return typeof node === "string" ? node : (node.slice(2) as SlideElement[]).map(textOf).join("");
}

/** Neighbouring texts are one text, whatever comment stood between them. */
function texts(children: readonly RootContent[]): RootContent[] {
  const out: RootContent[] = [];
  for (const child of children) {
    const last = out.at(-1);
    if (child.type === "comment") continue;
    if (child.type === "text" && last?.type === "text")
      out[out.length - 1] = { type: "text", value: last.value + child.value };
    else out.push(child);
  }
  return out;
}

const lineTags = new Set(
  "a abbr b br cite code del em i img input kbd s small span strong sub sup u".split(" "),
);

/** HTML with its attributes in order, and without the blanks that nobody sees (as the specification's own tests do). */
function write(tree: Root): string {
  return texts(tree.children)
    .map((child) => writeNode(child, false))
    .join("")
    .replace(/\s*(\n)\s*/g, "$1")
    .trim();
}

function writeNode(node: RootContent, keepsBlanks: boolean): string {
  if (node.type === "text" && node.value === "") return "";
  if (node.type === "text") return keepsBlanks ? JSON.stringify(node.value) : node.value.replace(/\s+/g, " ");
  if (node.type !== "element") return "";
  const attributes = Object.entries(node.properties)
    .filter(([, value]) => value !== null && value !== undefined && value !== false)
    .map(
      ([name, value]) => ` ${name}=${JSON.stringify(Array.isArray(value) ? value.join(" ") : String(value))}`,
    )
    .sort()
    .join("");
  const inside = texts(node.children)
    .map((child) => writeNode(child, keepsBlanks || node.tagName === "pre"))
    .join("");
  if (lineTags.has(node.tagName)) return `<${node.tagName}${attributes}>${inside}</${node.tagName}>`;
  if (node.tagName === "p" && inside.trim() === "") return "";
  return `\n<${node.tagName}${attributes}>\n${keepsBlanks ? inside : inside.trim()}\n</${node.tagName}>\n`;
}
