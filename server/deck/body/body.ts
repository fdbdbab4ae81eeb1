/** Compiles the text of a slide: Markdown with content classes, macros and code to the small tree. */
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { type CodeBlock, compileCode, type Highlight } from "../code/index.ts";
import type { ClassPiece, MacroPiece, Piece } from "../lexer/index.ts";
import type { Report } from "../problem.ts";
import type { SlideElement, SlideNode } from "../slide.ts";
import { dedentation } from "./dedent.ts";
import { type Definitions, definitionsFor } from "./definitions.ts";
import { type Fragment, FragmentWriter } from "./fragment.ts";
import { expandMacro } from "./macro.ts";
import { type Made, toNodes } from "./nodes.ts";
import { parseMarkdown, range } from "./parse.ts";
import { placeholder, restore } from "./placeholder.ts";
import { holdsLineBreak, isPlain, lineOf, plainLine } from "./plain-line.ts";
import { restoreAttributes, restoreFields } from "./restore.ts";
import { review } from "./review.ts";
import { sanitize } from "./sanitize.ts";
import { toHtml } from "./to-html.ts";

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
    if (written.text.trim() === "") return nothing;
    const madeAt = (index: number) => parts[index]?.made ?? nothing;
    if (inClass && isPlain(written.text)) return plainLine(written.text, madeAt);
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
    const html = toHtml(tree, fragment.text);
    restoreAttributes(html, rawOf);
    review(html, hasDemo, (severity, at, message, remedy) =>
      report(severity, fragment.offsetAt(at ?? 0), message, remedy),
    );
    return toNodes(sanitize(html), (index) => parts[index]?.made ?? nothing, hasDemo);
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
