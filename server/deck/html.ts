/** Writes a slide's small tree as HTML, for the first slide in the page that the server sends. */
import { escapeHtml } from "./escape-html.ts";
import type { SlideNode, SlideProp } from "./slide.ts";

/** Elements without content and end tag. */
const voids = new Set(["br", "col", "hr", "img", "input", "wbr"]);

/** Attributes whose name in HTML is not the prop's in lower case. */
const attributeNames: Record<string, string> = { className: "class", htmlFor: "for" };

/** HTML of nodes, everything escaped; written without recursion, since slides may be nested deeply. */
export function slideHtml(nodes: readonly SlideNode[]): string {
  const out: string[] = [];
  const work: (SlideNode | { end: string })[] = [...nodes].reverse();
  for (let node = work.pop(); node !== undefined; node = work.pop()) {
    if (typeof node === "string") {
      out.push(escapeHtml(node));
      continue;
    }
    if (!Array.isArray(node)) {
      out.push(node.end);
      continue;
    }
    const [tag, props, ...children] = inHtml[node[0] as keyof typeof inHtml]?.(node) ?? node;
    if (!/^[a-z][a-z0-9-]*$/.test(tag)) continue;
    out.push(`<${tag}${attributes(props)}>`);
    if (voids.has(tag)) continue;
    work.push({ end: `</${tag}>` });
    for (const child of children.reverse()) work.push(child);
  }
  return out.join("");
}

type Element = Exclude<SlideNode, string>;

/** Elements that only the client has components for, as HTML of the same look. */
const inHtml: Record<string, (element: Element) => Element> = {
  "code-block": ([, { language, kind, columns, numbers }, ...lines]) => [
    "div",
    {
      className: "code-block",
      "data-language": language ?? null,
      "data-kind": kind ?? null,
      "data-numbered": numbers === undefined ? null : "",
      style: {
        "--columns": String(columns),
        ...(numbers !== undefined && { "--first-line": String(numbers) }),
      },
    },
    ["pre", {}, ["code", {}, ...lines]],
  ],
  "run-demo": ([, { demo, missing }, ...label]) =>
    missing
      ? ["span", {}, ...label, " is not there yet: ", ["code", {}, `demos/${demo}.sh`]]
      : [
          "span",
          {},
          ["button", { type: "button", "aria-label": "Run demo" }, "Run demo"],
          ["span", {}, ...label],
        ],
};

function attributes(props: Record<string, SlideProp>): string {
  return Object.entries(props)
    .map(([name, value]) => attribute(name, value))
    .join("");
}

function attribute(prop: string, value: SlideProp): string {
  const name = Object.hasOwn(attributeNames, prop) ? attributeNames[prop] : prop.toLowerCase();
  if (!name || !/^[a-z][a-z0-9-]*$/.test(name) || name.startsWith("on")) return "";
  if (value === null || value === false) return "";
  if (value === true) return ` ${name}=""`;
  return ` ${name}="${escapeHtml(attributeText(value))}"`;
}

function attributeText(value: string | number | string[] | Record<string, string>): string {
  if (Array.isArray(value)) return value.join(" ");
  if (typeof value !== "object") return String(value);
  return Object.entries(value)
    .map(([property, text]) => `${cssName(property)}:${text.replace(/[;{}"<>]/g, "")}`)
    .join(";");
}

/** `textAlign` as `text-align`; custom properties stay. */
function cssName(property: string): string {
  return property.startsWith("--")
    ? property
    : property.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}
