/** Compiles the text of a slide: Markdown with content classes, macros and code to the small tree. */
import type { CodeOptions, Highlight } from "../code/index.ts";
import type { Piece } from "../lexer/index.ts";
import type { Report } from "../problem.ts";
import type { SlideNode } from "../slide.ts";
import type { BodyCache, Compiled, Runnable } from "./body-cache.ts";
import { type BodyText, type ClassPart, type Part, readBody, withoutFrames } from "./body-text.ts";
import { dedentation } from "./dedent.ts";
import { type Finding, moved, type Surroundings, type Target } from "./findings.ts";
import { type Fragment, FragmentWriter } from "./fragment.ts";
import { expandMacro } from "./macro.ts";
import { compileMarkdown, type Held } from "./markdown.ts";
import type { Made } from "./nodes.ts";
import { TooLongError } from "./parse.ts";
import { placeholder, restore } from "./placeholder.ts";
import { isPlain, lineOf, plainLine } from "./plain-line.ts";

/** What a body may refer to. */
export interface BodyContext extends Surroundings {
  code: CodeOptions;
  highlight: Highlight;
  report: Report;
  cache: BodyCache;
}

/** A compiled body; equal texts give the same nodes. */
export interface Body {
  readonly nodes: SlideNode[];
  /** What of its code-block elements can be typed. */
  runnable: Pick<ReadonlyMap<SlideNode, Runnable>, "get">;
  /** What it refers to that is not known while it is compiled. */
  links: readonly BodyLink[];
}

/** A link to a slide or a picture, and where it stands in the source. */
export interface BodyLink extends Target {
  offset: number;
}

const nobody: Body = { nodes: [], runnable: new Map(), links: [] };

/** Compiles pieces; what was compiled before is taken from the cache, its mistakes are reported where they stand now. */
export function compileBody(pieces: readonly Piece[], context: BodyContext): Body {
  if (pieces.length === 0) return nobody;
  const body = bodyText(pieces, context.cache);
  const { made, findings } = context.cache.body(body.text, context, () =>
    new BodyCompiler(body, context).compile(),
  );
  const links: BodyLink[] = [];
  for (const finding of findings) {
    if (finding.type === "link")
      links.push({ to: finding.to, target: finding.target, offset: body.offsetAt(finding.at) });
    if (finding.type === "mistake")
      context.report(finding.severity, body.offsetAt(finding.at), finding.message, finding.remedy);
  }
  return { nodes: made.nodes, runnable: context.cache.runnable, links };
}

function bodyText(pieces: readonly Piece[], cache: BodyCache): BodyText {
  const known = cache.texts.get(pieces);
  if (known) return known;
  const body = readBody(pieces);
  cache.texts.set(pieces, body);
  return body;
}

class BodyCompiler {
  readonly #body: BodyText;
  readonly #context: BodyContext;
  readonly #classes = new Map<ClassPart, Compiled>();

  constructor(body: BodyText, context: BodyContext) {
    this.#body = body;
    this.#context = context;
  }

  compile(): Compiled {
    this.#compileClasses();
    return this.#compileFragment(this.#body.parts, 0, false);
  }

  /** Innermost content classes first, so that nesting needs no recursion. */
  #compileClasses(): void {
    const { cache } = this.#context;
    const work: { part: Part; isReady: boolean }[] = this.#body.parts.map(notReady);
    for (let next = work.pop(); next; next = work.pop()) {
      const { part, isReady } = next;
      if (part.type !== "class") continue;
      const text = this.#body.text.slice(part.start, part.end);
      const known = isReady ? null : cache.knownClass(text, this.#context);
      if (known) this.#classes.set(part, known);
      else if (isReady) {
        const compiled = this.#compileClass(part);
        this.#classes.set(part, compiled);
        cache.keepClass(text, compiled);
      } else {
        work.push({ part, isReady: true });
        for (const child of part.parts) work.push(notReady(child));
      }
    }
  }

  #compileClass(part: ClassPart): Compiled {
    const { start, inside, end, parts, classes } = part;
    const { made, ...compiled } = this.#compileFragment(parts, start, true);
    const breakAt = this.#body.text.indexOf("\n", inside);
    const line = breakAt < 0 || breakAt >= end ? lineOf(made) : null;
    const props = { className: classes.join(" ") };
    return {
      ...compiled,
      made: line
        ? { nodes: [["span", props, ...line]], isBlock: false }
        : { nodes: [["div", props, ...made.nodes]], isBlock: true },
    };
  }

  /** Compiles parts; the findings count from `start`. */
  #compileFragment(parts: readonly Part[], start: number, inClass: boolean): Compiled {
    const findings: Finding[] = [];
    const held: Held[] = [];
    const written = this.#write(parts, start, held, findings);
    const { definitions } = this.#context;
    const done = (made: Made): Compiled => ({ made, findings, definitions });
    if (written.text.trim() === "") return done(nothing);
    if (inClass && isPlain(written.text))
      return done(plainLine(written.text, (index) => held[index]?.made ?? nothing));
    const asked = findings.length;
    try {
      const fragment = inClass ? written.edit(dedentation(written.text)) : written;
      return done(compileMarkdown(fragment, held, this.#context, findings));
    } catch (cause) {
      findings.length = asked;
      findings.push({
        type: "mistake",
        at: written.offsetAt(0),
        severity: "error",
        ...unreadable(cause),
      });
      const text = restore(written.text, (index) => held[index]?.raw() ?? "");
      return done({ nodes: [["pre", { className: "mistake" }, text]], isBlock: true });
    }
  }

  /** Markdown with a stand-in for each content class and macro. */
  #write(parts: readonly Part[], start: number, held: Held[], findings: Finding[]): Fragment {
    const writer = new FragmentWriter();
    const { text } = this.#body;
    for (const part of parts) {
      const at = part.start - start;
      if (part.type === "text") {
        writer.write(text.slice(part.start, part.end), at, false);
        continue;
      }
      writer.write(placeholder(held.length), at, true);
      const compiled = part.type === "macro" ? this.#expand(part) : this.#classes.get(part);
      for (const finding of moved(compiled?.findings ?? [], (index) => index + at)) findings.push(finding);
      held.push({
        made: compiled?.made ?? nothing,
        raw: () => withoutFrames(text.slice(part.start, part.end)),
      });
    }
    return writer.finish();
  }

  #expand({ piece }: Extract<Part, { type: "macro" }>): Pick<Compiled, "made" | "findings"> {
    const { element, problem, path } = expandMacro(piece);
    const findings: Finding[] = [];
    if (path !== undefined) findings.push({ type: "link", at: 0, to: "file", target: path });
    if (problem) findings.push({ type: "mistake", at: 0, ...problem });
    return { made: { nodes: [element], isBlock: false }, findings };
  }
}

function notReady(part: Part): { part: Part; isReady: boolean } {
  return { part, isReady: false };
}

function unreadable(cause: unknown): { message: string; remedy: string } {
  const remedy = "nest lists, quotes and HTML less deeply";
  if (cause instanceof RangeError) return { message: "this text is nested too deeply for Markdown", remedy };
  const why = cause instanceof Error ? cause.message : String(cause);
  if (cause instanceof TooLongError)
    return {
      message: `this text is too long for a slide: it has ${why}`,
      remedy: "put --- lines between its parts",
    };
  return { message: `this text cannot be read as Markdown: ${why}`, remedy };
}

const nothing: Made = { nodes: [], isBlock: false };
