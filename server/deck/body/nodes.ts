/** Turns a sanitised HTML tree into a slide's small tree, with the parts that were compiled apart in their places. */
import type { Root } from "hast";
import { type Jsx, toJsxRuntime } from "hast-util-to-jsx-runtime";
import type { SlideElement, SlideNode, SlideProp } from "../slide.ts";
import { readLink } from "./link.ts";
import { splitAtPlaceholders } from "./placeholder.ts";
import { plainText } from "./plain-text.ts";
import { phrasingTags } from "./sanitize.ts";

/** Nodes, and whether one of them stands on lines of its own. */
export interface Made {
  nodes: SlideNode[];
  isBlock: boolean;
}

/** Makes an element of texts, which may hold stand-ins, and of what was made before. */
export type Maker = (tag: string, props: Record<string, unknown>, children: readonly unknown[]) => Made;

/** A maker; `partAt` gives what belongs in the place of a stand-in. */
export function createMaker(partAt: (index: number) => Made, hasDemo: (name: string) => boolean): Maker {
  return (tag, props, children) => element(tag, props, contentOf(children, partAt), hasDemo);
}

function contentOf(children: readonly unknown[], partAt: (index: number) => Made): Made[] {
  return children.flatMap((child) => (typeof child === "string" ? ofText(child, partAt) : [child as Made]));
}

/** Makes nodes; `partAt` gives what belongs in the place of a stand-in. */
export function toNodes(
  tree: Root,
  partAt: (index: number) => Made,
  hasDemo: (name: string) => boolean,
): Made {
  const fragment = Symbol("fragment");
  const makeElement = createMaker(partAt, hasDemo);
  const make = (type: unknown, props: Record<string, unknown>, children: unknown[]): Made =>
    type === fragment
      ? joined(withoutBreaks(contentOf(children, partAt)))
      : makeElement(String(type), props, children);
  const jsx = (type: unknown, { children, ...props }: Record<string, unknown>) =>
    make(type, props, children === undefined || children === null ? [] : [children]);
  const jsxs = (type: unknown, { children, ...props }: Record<string, unknown>) =>
    make(type, props, children as unknown[]);
  return toJsxRuntime(tree, {
    Fragment: fragment,
    jsx: jsx as unknown as Jsx,
    jsxs: jsxs as unknown as Jsx,
    passKeys: false,
    ignoreInvalidStyle: true,
  }) as unknown as Made;
}

function ofText(text: string, partAt: (index: number) => Made): Made[] {
  return splitAtPlaceholders(text).map((part) =>
    typeof part === "string" ? { nodes: [part], isBlock: false } : partAt(part),
  );
}

function element(
  tag: string,
  props: Record<string, unknown>,
  content: Made[],
  hasDemo: (name: string) => boolean,
): Made {
  if (tag === "p") return paragraph(props, content);
  const holdsBlock = content.some((made) => made.isBlock);
  const isPhrasing = phrasingTags.has(tag);
  const { nodes } = joined(isPhrasing ? content : withoutBreaks(content));
  const isBlock = !isPhrasing || holdsBlock;
  if (tag === "a") return { nodes: [anchor(props, nodes, hasDemo)], isBlock };
  if (tag === "img" && props.src === undefined) {
    const text = String(props.alt ?? "") || "picture";
    return { nodes: [["span", { className: "missing-picture" }, text]], isBlock: false };
  }
  return { nodes: [[tag, props as Record<string, SlideProp>, ...nodes]], isBlock };
}

/** HTML has no block inside a paragraph: the paragraph ends before it and goes on behind it. */
export function paragraph(props: Record<string, unknown>, content: readonly Made[]): Made {
  const nodes: SlideNode[] = [];
  let line: SlideNode[] = [];
  const endLine = () => {
    const trimmed = trimBreaks(line);
    if (trimmed.length > 0) nodes.push(["p", props as Record<string, SlideProp>, ...trimmed]);
    line = [];
  };
  for (const made of content) {
    if (made.isBlock) endLine();
    for (const node of made.nodes) (made.isBlock ? nodes : line).push(node);
  }
  endLine();
  return { nodes, isBlock: true };
}

function trimBreaks(line: readonly SlideNode[]): SlideNode[] {
  const first = line[0];
  const trimmed = typeof first === "string" ? [first.replace(/^\s+/, ""), ...line.slice(1)] : [...line];
  const last = trimmed.at(-1);
  if (typeof last === "string") trimmed[trimmed.length - 1] = last.replace(/\s+$/, "");
  return trimmed.filter((node) => node !== "");
}

function anchor(
  { href, ...props }: Record<string, unknown>,
  nodes: SlideNode[],
  hasDemo: (name: string) => boolean,
): SlideElement {
  const link = typeof href === "string" ? readLink(href) : null;
  const kept = props as Record<string, SlideProp>;
  switch (link?.type) {
    case "demo":
      return [
        "run-demo",
        { demo: link.demo, missing: !hasDemo(link.demo), title: plainText(nodes) },
        ...nodes,
      ];
    case "outside":
      return ["a", { ...kept, href: link.href, target: "_blank", rel: "noopener noreferrer" }, ...nodes];
    case "slide": {
      const isFootnote = "data-footnote-ref" in kept || "data-footnote-backref" in kept;
      return [
        "a",
        { ...kept, href: isFootnote ? `#user-content-${link.href.slice(1)}` : link.href },
        ...nodes,
      ];
    }
    default:
      return ["a", kept, ...nodes];
  }
}

/** Line breaks next to blocks are the source's, not the slide's. */
function withoutBreaks(content: readonly Made[]): Made[] {
  const kept: Made[] = [];
  let breaks: Made[] = [];
  for (const made of content) {
    if (isBreak(made)) {
      breaks.push(made);
      continue;
    }
    if (kept.at(-1)?.isBlock === false && !made.isBlock) kept.push(...breaks);
    kept.push(made);
    breaks = [];
  }
  return kept;
}

function isBreak({ nodes }: Made): boolean {
  return nodes.every((node) => typeof node === "string" && node.trim() === "");
}

function joined(content: readonly Made[]): Made {
  return { nodes: content.flatMap((made) => made.nodes), isBlock: content.some((made) => made.isBlock) };
}
