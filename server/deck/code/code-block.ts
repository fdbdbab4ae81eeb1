/** A block of code of a slide: its kind, its coloured lines, and what of it can be typed into a shell. */
import type { RunnableBlock, SlideElement, SlideNode } from "../slide.ts";
import { blankNames, blanksOf } from "./blanks.ts";
import { type Highlight, joinTokens, type Token } from "./highlighter.ts";
import { type Info, type InfoMistake, readInfo } from "./info.ts";
import { type BlockKind, kindByLanguage } from "./language.ts";
import { linesOf } from "./line-steps.ts";
import { takeMarkers, withMarks } from "./markers.ts";
import { hasPrompt, readSession, type SessionLine } from "./session.ts";
import { textWidth } from "./text-width.ts";

/** A block of code as Markdown has it. */
export interface Code {
  text: string;
  /** The info string of its fence; null when it is indented code. */
  info: string | null;
}

/** What the deck says about all its blocks. */
export interface CodeOptions {
  /** Language of fences that name none. */
  language: string | null;
  /** Whether `*` at the start of a line highlights the line. */
  highlightLines: boolean;
  /** Whether backquotes highlight what is between them. */
  highlightSpans: boolean;
  /** Whether fences have line numbers without asking. */
  lineNumbers: boolean;
}

/**
 * A compiled block. Its props are `language`, `block` (null until it has a number), `kind`, `columns`, and where they are
 * asked for `steps` (see `LineSteps`) and `numbers` (that of its first line); its children are its lines.
 */
export interface CodeBlock {
  element: SlideElement;
  runnable: Omit<RunnableBlock, "block"> | null;
  /** What is wrong with the fence's info string. */
  mistakes: InfoMistake[];
}

/** In characters; nobody types more than this into a terminal. */
const longestRunnable = 20_000;

/** Compiles a block; markers are neither shown nor typed. */
export function compileCode(code: Code, options: CodeOptions, highlight: Highlight): CodeBlock {
  const { lines, highlighted, spans } = takeMarkers(code.text.split("\n"), options);
  const info = code.info === null ? null : readInfo(code.info, lines.length);
  const language = info && (info.language ?? options.language);
  const kind = info === null || code.text.length > longestRunnable ? "text" : kindOf(language, lines);
  const session = kind === "session" ? readSession(lines) : [];
  const typed = kind === "session" ? typedLines(session) : lines;
  const isRunnable = kind !== "text" && typed.some((line) => !/^\s*(?:#|$)/.test(line));
  const shown = {
    commands: () => commandLines(lines, highlight),
    session: () => sessionLines(session, highlight),
    text: () => highlight(lines.join("\n"), language),
  }[kind]();
  const columns = lines.reduce((widest, line) => Math.max(widest, textWidth(line)), 0);
  const { steps, still } = looks(info, lines.length);
  const numbers =
    info === null || info.numbers === null
      ? undefined
      : (info.numbers ?? (options.lineNumbers ? 1 : undefined));
  return {
    element: [
      "code-block",
      {
        language,
        block: null,
        kind,
        columns,
        ...(steps && { steps }),
        ...(numbers !== undefined && { numbers }),
      },
      ...shown.map((tokens, index): SlideElement => {
        const isHighlighted = highlighted.has(index) || still.has(index + 1);
        const className = isHighlighted ? "line line-highlighted" : "line";
        return ["span", { className }, ...withMarks(tokens, spans[index] ?? [])];
      }),
    ],
    runnable: isRunnable ? { lines: withoutBlankEnds(typed), placeholders: blankNames(typed) } : null,
    mistakes: info?.mistakes ?? [],
  };
}

/** Several steps are taken by clicks; a single one stands still, and shows nothing when it is `all` or `none`. */
function looks(info: Info | null, lineCount: number): { steps?: string[]; still: Set<number> } {
  const steps = info?.steps?.steps ?? [];
  if (steps.length > 1) return { steps, still: new Set() };
  const [only = "none"] = steps;
  return { still: only === "all" ? new Set() : linesOf(only, lineCount) };
}

function kindOf(language: string | null, lines: readonly string[]): BlockKind {
  const kind = kindByLanguage(language);
  if (kind === "text" || kind === "session") return kind;
  if (language === null && lines.some((line) => /[\u2500-\u257f]/.test(line))) return "text";
  return hasPrompt(lines) ? "session" : "commands";
}

/** Blanks hide from the grammar, which would take them for redirections. */
function commandLines(lines: readonly string[], highlight: Highlight): SlideNode[][] {
  const hidden = lines.map((line) =>
    blanksOf(line).reduce(
      (text, { start, end }) => text.slice(0, start) + "x".repeat(end - start) + text.slice(end),
      line,
    ),
  );
  const coloured = highlight(hidden.join("\n"), "bash");
  return lines.map((line, index) => {
    const tokens = coloured[index] ?? [];
    return blanksOf(line).length === 0 ? tokens : withBlanks(line, tokens);
  });
}

function withBlanks(line: string, tokens: readonly SlideNode[]): SlideNode[] {
  const classes: (string | null)[] = [];
  for (const token of tokens) {
    const text = typeof token === "string" ? token : String(token[2] ?? "");
    const className = typeof token === "string" ? null : String(token[1].className);
    for (let at = 0; at < text.length; at++) classes.push(className);
  }
  for (const { start, end } of blanksOf(line)) classes.fill("tok-blank", start, end);
  const runs: Token[] = [];
  for (const [index, character] of line.split("").entries()) {
    const className = classes[index] ?? null;
    const last = runs.at(-1);
    if (last?.[1] === className) last[0] += character;
    else runs.push([character, className]);
  }
  return joinTokens(runs);
}

function sessionLines(session: readonly SessionLine[], highlight: Highlight): SlideNode[][] {
  const typed = commandLines(
    session.filter((line) => line.type !== "output").map(({ text }) => text),
    highlight,
  ).values();
  return session.map(({ type, prompt, text }): SlideNode[] => {
    if (type === "output") return joinTokens([[text, "tok-output"]]);
    return [...joinTokens([[prompt, "tok-prompt"]]), ...(typed.next().value ?? [])];
  });
}

/** A prompt with nothing behind it only shows that the shell waits. */
function typedLines(session: readonly SessionLine[]): string[] {
  return session
    .filter(({ type, text }) => type === "continuation" || (type === "command" && text.trim() !== ""))
    .map(({ text }) => text);
}

function withoutBlankEnds(lines: readonly string[]): string[] {
  const isText = (line: string) => line.trim() !== "";
  return lines.slice(Math.max(0, lines.findIndex(isText)), lines.findLastIndex(isText) + 1);
}
