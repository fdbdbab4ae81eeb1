/** Compiles the text of a slide: Markdown with content classes, macros and code to the small tree. */
import type { Nodes as HastNodes, Root as HastRoot } from "hast";
import type { Nodes, Root } from "mdast";
import rehypeRaw from "rehype-raw";
import remarkRehype from "remark-rehype";
import { unified } from "unified";
import { visit } from "unist-util-visit";
import { type CodeBlock, compileCode, type Highlight } from "../code/index.ts";
import type { ClassPiece, MacroPiece, Piece } from "../lexer/index.ts";
import type { Report } from "../problem.ts";
import type { SlideElement, SlideNode } from "../slide.ts";
import { dedentation } from "./dedent.ts";
import { type Definitions, definitionsFor } from "./definitions.ts";
import { type Fragment, FragmentWriter } from "./fragment.ts";
import { expandMacro } from "./macro.ts";
import { type Made, paragraph, toNodes } from "./nodes.ts";
import { parseMarkdown, range } from "./parse.ts";
import { hasPlaceholder, placeholder, restore, splitAtPlaceholders } from "./placeholder.ts";
import { review } from "./review.ts";
import { sanitize } from "./sanitize.ts";

/** What a body may refer to. */
export interface BodyContext {
  definitions: Definitions;
  /** Language of fences that name none. */
  language: string | null;
  hasDemo: (name: string) => boolean;
  highlight: Highlight;
  report: Report;
}

/** A compiled body; `runnable` tells for its code-block elements what of them can be typed. */
export interface Body {
  nodes: SlideNode[];
  runnable: ReadonlyMap<SlideElement, NonNullable<CodeBlock["runnable"]>>;
}

/** Compiles pieces, innermost content classes first, so that nesting needs no recursion. */
export function compileBody(pieces: readonly Piece[], context: BodyContext): Body {
  const compiler = new BodyCompiler(context);
  return { nodes: compiler.compile(pieces).nodes, runnable: compiler.runnable };
}

/** Something with a stand-in in a fragment's text. */
interface Part {
  made: Made;
  raw: string;
}

const toHtml = unified()
  .use(remarkRehype, { allowDangerousHtml: true, clobberPrefix: "", footnoteLabelTagName: "p" })
  .freeze();
const parseHtml = unified().use(rehypeRaw).freeze();

class BodyCompiler {
  readonly runnable = new Map<SlideElement, NonNullable<CodeBlock["runnable"]>>();
  readonly #context: BodyContext;
  readonly #classes = new Map<ClassPiece, Made>();

  constructor(context: BodyContext) {
    this.#context = context;
  }

  compile(pieces: readonly Piece[]): Made {
    for (const piece of innermostFirst(pieces)) this.#classes.set(piece, this.#compileClass(piece));
    return this.#compileFragment(pieces, false);
  }

  #compileClass(piece: ClassPiece): Made {
    const content = this.#compileFragment(piece.children, true);
    const isLine = !piece.children.some(holdsLineBreak);
    const line = isLine ? lineOf(content) : null;
    const props = { className: piece.classes.join(" ") };
    return line
      ? { nodes: [["span", props, ...line]], isBlock: false }
      : { nodes: [["div", props, ...content.nodes]], isBlock: true };
  }

  #compileFragment(pieces: readonly Piece[], inClass: boolean): Made {
    const parts: Part[] = [];
    const written = this.#write(pieces, parts);
    if (inClass && bareMarker.test(written.text)) return { nodes: [written.text.trim()], isBlock: false };
    if (inClass && isPlain(written.text)) return plainLine(written.text.trim(), parts);
    try {
      return this.#compileMarkdown(inClass ? written.edit(dedentation(written.text)) : written, parts);
    } catch (cause) {
      this.#context.report(
        "error",
        written.offsetAt(0),
        unreadable(cause),
        "nest lists, quotes and HTML less deeply",
      );
      const text = restore(written.text, (index) => parts[index]?.raw ?? "");
      return { nodes: [["pre", { className: "mistake" }, text]], isBlock: true };
    }
  }

  #write(pieces: readonly Piece[], parts: Part[]): Fragment {
    const writer = new FragmentWriter();
    for (const piece of pieces) {
      if (piece.type !== "class" && piece.type !== "macro") {
        writer.write(piece.text, piece.offset, piece.still);
        continue;
      }
      writer.write(placeholder(parts.length), piece.offset, true);
      parts.push({
        made: piece.type === "macro" ? this.#expand(piece) : this.#classOf(piece),
        raw: piece.raw,
      });
    }
    return writer.finish();
  }

  #classOf(piece: ClassPiece): Made {
    return this.#classes.get(piece) ?? nothing;
  }

  #expand(piece: MacroPiece): Made {
    const { element, problem } = expandMacro(piece);
    if (problem) this.#context.report(problem.severity, piece.offset, problem.message, problem.remedy);
    return { nodes: [element], isBlock: false };
  }

  #compileMarkdown(written: Fragment, parts: Part[]): Made {
    const { definitions, hasDemo, report } = this.#context;
    const defined = written.edit([{ at: 0, remove: 0, insert: definitionsFor(written.text, definitions) }]);
    const { tree, fragment } = parseMarkdown(defined);
    const rawOf = (index: number) => parts[index]?.raw ?? "";
    this.#liftCode(tree, fragment, parts, rawOf);
    let html = toHtml.runSync(tree) as HastRoot;
    if (holdsRaw(html)) html = parseHtml.runSync(html, fragment.text) as HastRoot;
    restoreAttributes(html, rawOf);
    review(html, hasDemo, (severity, at, message, remedy) =>
      report(severity, fragment.offsetAt(at ?? 0), message, remedy),
    );
    const safe = sanitize(html) as HastRoot;
    return toNodes(safe, (index) => parts[index]?.made ?? nothing, hasDemo);
  }

  /** Compiles blocks of code apart and puts stand-ins in their places. */
  #liftCode(tree: Root, fragment: Fragment, parts: Part[], rawOf: (index: number) => string): void {
    visit(tree, (node, index, parent) => {
      restoreFields(node, rawOf);
      if (node.type !== "code" || !parent || index === undefined) return;
      const [start, end] = range(node);
      const isFenced = /^\s*(?:```|~~~)/.test(fragment.text.slice(start, start + 20));
      const info = isFenced ? [node.lang, node.meta].filter(Boolean).join(" ") : null;
      const { language, highlight } = this.#context;
      const { element, runnable } = compileCode({ text: node.value, info }, language, highlight);
      if (runnable) this.runnable.set(element, runnable);
      parent.children[index] = { type: "text", value: placeholder(parts.length) };
      parts.push({ made: { nodes: [element], isBlock: true }, raw: fragment.text.slice(start, end) });
    });
  }
}

function unreadable(cause: unknown): string {
  if (cause instanceof RangeError) return "this text is nested too deeply for Markdown";
  return `this text cannot be read as Markdown: ${cause instanceof Error ? cause.message : String(cause)}`;
}

const nothing: Made = { nodes: [], isBlock: false };

/** In a line, `.key[*]` and its like are no lists and headings. */
const bareMarker = /^ *(?:[-*+]|\d{1,9}[.)]|#{1,6}) *$/;

/** Whether a text holds nothing that Markdown reads, which spares most content classes its cost. */
function isPlain(text: string): boolean {
  return !/[\n\t*_`<>&[\]\\~#|@/]|www\.|^ *(?:[-+=]|\d{1,9}[.)])/i.test(text);
}

function plainLine(text: string, parts: readonly Part[]): Made {
  const content = splitAtPlaceholders(text).map((part) =>
    typeof part === "string" ? { nodes: [part], isBlock: false } : (parts[part]?.made ?? nothing),
  );
  return paragraph({}, content);
}

/** All content classes below pieces, each behind those inside it. */
function innermostFirst(pieces: readonly Piece[]): ClassPiece[] {
  const found: ClassPiece[] = [];
  const work: Piece[] = [...pieces];
  for (let piece = work.pop(); piece; piece = work.pop()) {
    if (piece.type !== "class") continue;
    found.push(piece);
    for (const child of piece.children) work.push(child);
  }
  return found.reverse();
}

function holdsLineBreak(piece: Piece): boolean {
  return (piece.type === "class" || piece.type === "macro" ? piece.raw : piece.text).includes("\n");
}

/** What stands in the only paragraph of a content; null when there is more than a line of text. */
function lineOf({ nodes, isBlock }: Made): SlideNode[] | null {
  if (!isBlock || nodes.length === 0) return nodes;
  const [only, ...others] = nodes;
  if (typeof only !== "object" || others.length > 0 || only[0] !== "p") return null;
  const [, , ...line] = only;
  return line;
}

function restoreFields(node: Nodes, rawOf: (index: number) => string): void {
  if (node.type === "text" || node.type === "html") return;
  const fields = node as unknown as Record<string, unknown>;
  for (const name of ["value", "url", "title", "alt", "lang", "meta"]) {
    const value = fields[name];
    if (typeof value === "string" && hasPlaceholder(value)) fields[name] = restore(value, rawOf);
  }
}

function restoreAttributes(tree: HastRoot, rawOf: (index: number) => string): void {
  visit(tree, "element", ({ properties }) => {
    for (const [name, value] of Object.entries(properties)) {
      if (typeof value === "string") properties[name] = restore(value, rawOf);
      else if (Array.isArray(value)) properties[name] = value.map((item) => restore(String(item), rawOf));
    }
  });
}

function holdsRaw(tree: HastRoot): boolean {
  let found = false;
  visit(tree, (node: HastNodes) => {
    if ((node.type as string) === "raw") found = true;
  });
  return found;
}
