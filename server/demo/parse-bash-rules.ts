/** The little of bash's grammar that tells where a command ends, as a table of rules for each kind of text. */

export const frameNames = {
  single: "quote '",
  ansi: "quote $'",
  double: 'quote "',
  backtick: "command substitution `",
  substitution: "command substitution $(",
  expansion: "expansion ${",
  arithmetic: "arithmetic ((",
  arithmeticBracket: "bracket (",
  array: "array =(",
  bracket: "bracket (",
  brace: "group {",
  test: "test [[",
  if: '"if"',
  loop: "loop",
  caseWord: '"case"',
  casePattern: '"case"',
  caseCommands: '"case"',
} as const;
type FrameKind = keyof typeof frameNames;

/** Counted from 0. */
interface Place {
  row: number;
  column: number;
}

export interface BashState extends Place {
  /** What was opened and not closed, the innermost last. */
  frames: (Place & { kind: FrameKind })[];
  documents: (Place & { delimiter: string; stripsTabs: boolean })[];
  /** An operator or a backslash that asks for another line. */
  dangling: (Place & { name: string }) | null;
  /** Whether the next word may be a keyword. */
  expectsCommand: boolean;
}

interface Rule {
  /** Sticky: tried at the state's column only. */
  pattern: RegExp;
  take: (state: BashState, match: RegExpExecArray) => void;
}

/** Before the first line. */
export function initialState(): BashState {
  return { row: -1, column: 0, frames: [], documents: [], dangling: null, expectsCommand: true };
}

/** The rules that hold where the state stands, in order. */
export function rulesFor(state: BashState): Rule[] {
  return tables[state.frames.at(-1)?.kind ?? "brace"];
}

/** The name of the dangling construct that joins two lines into one. */
export const joined = "backslash at the end of the line";

/** Frames that begin with a command. */
const commandFrames = new Set<FrameKind>(["substitution", "backtick", "bracket", "brace", "if", "loop"]);

const skip = () => {};
const place = ({ row, column }: Place): Place => ({ row, column });

/** A word or operator stands here, so what dangled is complete. */
function settle(expectsCommand: boolean) {
  return (state: BashState) => {
    state.dangling = null;
    state.expectsCommand = expectsCommand;
  };
}

function push(kind: FrameKind) {
  return (state: BashState) => {
    state.frames.push({ kind, ...place(state) });
    settle(commandFrames.has(kind))(state);
  };
}

function pop(expectsCommand: boolean) {
  return (state: BashState) => {
    state.frames.pop();
    settle(expectsCommand)(state);
  };
}

/** Closes a frame of this kind; the same word elsewhere is left alone. */
function close(kind: FrameKind) {
  return (state: BashState) => {
    if (state.frames.at(-1)?.kind === kind) state.frames.pop();
    settle(true)(state);
  };
}

function turn(kind: FrameKind) {
  return (state: BashState) => {
    const frame = state.frames.at(-1);
    if (frame) frame.kind = kind;
    settle(true)(state);
  };
}

function dangle(state: BashState, match: RegExpExecArray): void {
  state.dangling = { name: `${match[0]} at the end of the line`, ...place(state) };
  state.expectsCommand = true;
}

function join(state: BashState): void {
  state.dangling = { name: joined, ...place(state) };
}

function openDocument(state: BashState, match: RegExpExecArray): void {
  const delimiter = (match[2] ?? "").replace(/\\(.)|["']/g, "$1");
  state.documents.push({ delimiter, stripsTabs: match[1] === "-", ...place(state) });
}

function openDoubleBracket(state: BashState): void {
  if (state.expectsCommand) push("arithmetic")(state);
  else for (const kind of ["bracket", "bracket"] as const) push(kind)(state);
}

const keywords = new Map<string, Rule["take"]>([
  ["if", push("if")],
  ["fi", close("if")],
  ["for", push("loop")],
  ["while", push("loop")],
  ["until", push("loop")],
  ["select", push("loop")],
  ["done", close("loop")],
  ["case", push("caseWord")],
  ["esac", close("caseCommands")],
  ["{", push("brace")],
  ["}", close("brace")],
  ["[[", push("test")],
  ...["then", "elif", "else", "do", "time", "!"].map((word) => [word, settle(true)] as const),
]);

function takeWord(state: BashState, match: RegExpExecArray): void {
  const before = match.input[match.index - 1] ?? " ";
  const after = match.input[match.index + match[0].length] ?? " ";
  const isWhole = /[\s;&|()<>`]{2}/.test(before + after);
  const keyword = state.expectsCommand && isWhole ? keywords.get(match[0]) : undefined;
  if (keyword) keyword(state, match);
  else settle(false)(state);
}

const rule = (pattern: RegExp, take: Rule["take"]): Rule => ({ pattern, take });

const joining = rule(/\\$/y, join);
const escaped = rule(/\\./y, settle(false));
const comment = rule(/(?<![^\s;&|()<>])#.*/y, skip);
const arithmetic = rule(/\$\(\(/y, push("arithmetic"));
const substitution = rule(/\$\(/y, push("substitution"));
const parameter = rule(/\$[#$?!*@-]/y, settle(false));
const backtick = rule(/`/y, push("backtick"));
const expansion = rule(/\$\{/y, push("expansion"));
const expansions = [joining, escaped, arithmetic, substitution, expansion, parameter, backtick];
const quotes = [rule(/\$'/y, push("ansi")), rule(/'/y, push("single")), rule(/"/y, push("double"))];
const words = [...expansions, ...quotes];

const commands: Rule[] = [
  ...words,
  rule(/\s+/y, skip),
  comment,
  rule(/<<(-?)(?!<)[ \t]*((?:\\.|'[^']*'|"[^"]*"|[^\s\\'"`|&;()<>])+)/y, openDocument),
  rule(/[<>]\(/y, push("bracket")),
  rule(/&>>?|[<>]+[|&]?/y, settle(false)),
  rule(/(?<==)\(/y, push("array")),
  rule(/\([ \t]*\)/y, dangle),
  rule(/\(\(/y, openDoubleBracket),
  rule(/\(/y, push("bracket")),
  rule(/&&|\|\||\|&|\|/y, dangle),
  rule(/[;&)]/y, settle(true)),
  rule(/function[ \t]+[^\s(){};]+/y, (state) => settle(state.expectsCommand)(state)),
  rule(/[^\s\\'"`$;&|()<>]+/y, takeWord),
  rule(/\$/y, settle(false)),
];

/** What each kind of text holds; a character that no rule takes is passed over. */
const tables: { [K in FrameKind]: Rule[] } = {
  single: [rule(/'/y, pop(false))],
  ansi: [rule(/\\./y, skip), rule(/'/y, pop(false))],
  double: [...expansions, rule(/"/y, pop(false))],
  expansion: [...words, rule(/\}/y, pop(false))],
  arithmetic: [...words, rule(/\(/y, push("arithmeticBracket")), rule(/\)\)/y, pop(false))],
  arithmeticBracket: [...words, rule(/\(/y, push("arithmeticBracket")), rule(/\)/y, pop(false))],
  array: [...words, comment, rule(/\)/y, pop(false))],
  test: [...words, rule(/(?<!\S)\]\](?=[\s;&|)`]|$)/y, pop(false))],
  backtick: [rule(/`/y, pop(false)), ...commands],
  substitution: [rule(/\)/y, pop(false)), ...commands],
  bracket: [rule(/\)/y, pop(true)), ...commands],
  brace: commands,
  if: commands,
  loop: commands,
  caseWord: [...words, rule(/(?<=\s)in(?=\s|$)/y, turn("casePattern"))],
  casePattern: [
    ...words,
    comment,
    rule(/[@?*+!]\(/y, push("bracket")),
    rule(/(?<![^\s;])esac(?=[\s;&|)`]|$)/y, pop(true)),
    rule(/\)/y, turn("caseCommands")),
  ],
  caseCommands: [rule(/;;&?|;&/y, turn("casePattern")), ...commands],
};
