/** Compiles a Markdown text with stand-ins, block by block, so that blocks that are known need no work. */
import type { Root } from "mdast";
import { visit } from "unist-util-visit";
import { type Code, type CodeBlock, type CodeOptions, compileCode, type Highlight } from "../code/index.ts";
import type { Definition } from "../lexer/index.ts";
import type { BodyCache, Compiled } from "./body-cache.ts";
import { definitionOf, definitionsFor } from "./definitions.ts";
import { type Finding, moved, type Surroundings } from "./findings.ts";
import { Fragment } from "./fragment.ts";
import { createMaker, type Made, toNodes } from "./nodes.ts";
import { parseMarkdown, range } from "./parse.ts";
import { hasPlaceholder, placeholder } from "./placeholder.ts";
import { restoreAttributes, restoreFields } from "./restore.ts";
import { review } from "./review.ts";
import { sanitize } from "./sanitize.ts";
import { simpleBlocks } from "./simple-blocks.ts";
import { splitBlocks } from "./split-blocks.ts";
import { toHtml } from "./to-html.ts";

/** What has a stand-in in a text: its nodes, and how it was written. */
export interface Held {
  made: Made;
  raw: () => string;
}

/** What Markdown is compiled with. */
export interface MarkdownContext extends Surroundings {
  code: CodeOptions;
  highlight: Highlight;
  cache: BodyCache;
}

/** Compiles a fragment; throws what the parser throws, as for text that is nested too deeply. */
export function compileMarkdown(
  fragment: Fragment,
  held: readonly Held[],
  context: MarkdownContext,
  findings: Finding[],
): Made {
  const nodes: Made["nodes"] = [];
  let isBlock = false;
  for (const { start, end } of splitBlocks(fragment.text)) {
    const text = fragment.text.slice(start, end);
    const compile = () => compileBlocks(text, held, context);
    const compiled = hasPlaceholder(text) ? compile() : context.cache.block(text, context, compile);
    for (const node of compiled.made.nodes) nodes.push(node);
    isBlock ||= compiled.made.isBlock;
    for (const finding of moved(compiled.findings, (at) => fragment.offsetAt(start + at)))
      findings.push(finding);
  }
  return { nodes, isBlock };
}

/** Compiles blocks that do not depend on what is round them. */
function compileBlocks(text: string, held: readonly Held[], context: MarkdownContext): Compiled {
  return new BlockCompiler(text, held, context).compile();
}

/** Compiles a text by the parser alone and in one piece: what the quicker ways must be equal to. */
export function compileByParser(text: string, held: readonly Held[], context: MarkdownContext): Compiled {
  return new BlockCompiler(text, held, context).compileByParser();
}

class BlockCompiler {
  readonly #text: string;
  readonly #held: Held[];
  readonly #context: MarkdownContext;
  readonly #findings: Finding[] = [];

  constructor(text: string, held: readonly Held[], context: MarkdownContext) {
    this.#text = text;
    this.#held = [...held];
    this.#context = context;
  }

  compile(): Compiled {
    const defined = this.#defined();
    return this.#done(this.#readSimple() ?? this.#parse(defined));
  }

  compileByParser(): Compiled {
    return this.#done(this.#parse(this.#defined()));
  }

  #done(made: Made): Compiled {
    return { made, findings: this.#findings, definitions: this.#context.definitions };
  }

  /** Null when the text needs the parser. */
  #readSimple(): Made | null {
    const { definitions, cache } = this.#context;
    const blocks = simpleBlocks(this.#text, {
      items: cache.items,
      make: createMaker(this.#madeAt, this.#hasDemo),
      urlOf: (label) => plainUrl(definitionOf(label, definitions)),
      compileCode: (code) => {
        const { element, mistakes } = this.#compileCode(code);
        return mistakes.length > 0 ? null : { nodes: [element], isBlock: true };
      },
    });
    return blocks && { nodes: blocks.flatMap(({ nodes }) => nodes), isBlock: true };
  }

  #parse(defined: Fragment): Made {
    const { tree, fragment } = parseMarkdown(defined);
    this.#liftCode(tree, fragment);
    const html = toHtml(tree, fragment.text);
    restoreAttributes(html, this.#rawOf);
    const placeOf = (at: number | null) => fragment.offsetAt(at ?? 0);
    review(html, {
      hasDemo: this.#hasDemo,
      say: (severity, at, message, remedy) =>
        this.#findings.push({ type: "mistake", at: placeOf(at), severity, message, remedy }),
      linked: (to, target, at) => this.#findings.push({ type: "link", at: placeOf(at), to, target }),
    });
    return toNodes(sanitize(html), this.#madeAt, this.#hasDemo);
  }

  /** With the definitions of other slides that the text refers to. */
  #defined(): Fragment {
    const text = this.#text;
    const fragment = Fragment.of(text, 0);
    if (!text.includes("[")) return fragment;
    const written = definitionsFor(text, this.#context.definitions);
    this.#findings.push({ type: "definitions", at: 0, text, written });
    return written === "" ? fragment : fragment.edit([{ at: 0, remove: 0, insert: written }]);
  }

  readonly #rawOf = (index: number): string => this.#held[index]?.raw() ?? "";

  readonly #madeAt = (index: number): Made => this.#held[index]?.made ?? nothing;

  readonly #hasDemo = (name: string): boolean => {
    const exists = this.#context.hasDemo(name);
    this.#findings.push({ type: "demo", at: 0, name, exists });
    return exists;
  };

  /** Compiles blocks of code apart and puts stand-ins in their places. */
  #liftCode(tree: Root, fragment: Fragment): void {
    visit(tree, (node, index, parent) => {
      restoreFields(node, this.#rawOf);
      if (node.type !== "code" || !parent || index === undefined) return;
      const [start, end] = range(node);
      const isFenced = /^[ \t]*(?:```|~~~)/.test(fragment.text.slice(start, start + 20));
      const info = isFenced ? [node.lang, node.meta].filter(Boolean).join(" ") : null;
      const { element, mistakes } = this.#compileCode({ text: node.value, info });
      for (const { severity, text, message, remedy } of mistakes) {
        const at = Math.max(start, fragment.text.slice(0, end).indexOf(text, start));
        this.#findings.push({ type: "mistake", at: fragment.offsetAt(at), severity, message, remedy });
      }
      parent.children[index] = { type: "text", value: placeholder(this.#held.length) };
      const raw = fragment.text.slice(start, end);
      this.#held.push({ made: { nodes: [element], isBlock: true }, raw: () => raw });
    });
  }

  #compileCode(block: Code): CodeBlock {
    const { code, highlight, cache } = this.#context;
    const compiled = compileCode(block, code, highlight);
    if (compiled.runnable) cache.runnable.set(compiled.element, compiled.runnable);
    return compiled;
  }
}

/** Where a definition leads when it needs no reading: an address without escapes, no title. */
function plainUrl(definition: Definition | undefined): string | null {
  if (definition?.title !== "") return null;
  return /^https?:\/\/[\w\-./#?=:+,]*$/.test(definition.url) ? definition.url : null;
}

const nothing: Made = { nodes: [], isBlock: false };
