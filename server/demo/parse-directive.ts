/** Reads `#:` lines: what Shelldeck is told about the demo or about the step below. */
import type { Problem } from "../deck/index.ts";
import { remedyForUnknown } from "../suggest.ts";
import { durationRemedy, parseDurationMs } from "./parse-duration.ts";
import { type Given, parseExpect } from "./parse-expect.ts";
import type { Piece } from "./parse-lines.ts";
import type { Complain, Word } from "./parse-word.ts";

/** A directive as it was given, with where its name stands. */
export type Directive = { line: number; column: number } & (
  | { name: "lab"; nodes: string[] }
  | { name: "expect"; given: Given }
  | { name: "node"; node: string }
  | { name: "interrupt-after"; interruptAfterMs: number }
  | { name: "background" }
  | { name: "hidden" }
);

type Body<D> = D extends unknown ? Omit<D, "line" | "column"> : never;
type Reader<N extends Directive["name"]> = (
  argument: Word,
  complain: Complain,
) => Body<Extract<Directive, { name: N }>> | null;

const readers: { [N in Directive["name"]]: Reader<N> } = {
  background: (argument, complain) => withoutArgument("background", argument, complain),
  expect: (argument, complain) => {
    const given = parseExpect(argument, complain);
    return given && { name: "expect", given };
  },
  hidden: (argument, complain) => withoutArgument("hidden", argument, complain),
  "interrupt-after": (argument, complain) => {
    const interruptAfterMs = parseDurationMs(argument.text);
    if (interruptAfterMs !== null) return { name: "interrupt-after", interruptAfterMs };
    complain(argument.column, `"${argument.text}" is not a duration`, durationRemedy);
    return null;
  },
  lab: parseLab,
  node: (argument, complain) => {
    if (nodePattern.test(argument.text)) return { name: "node", node: argument.text };
    complain(argument.column, `"${argument.text}" cannot name a node`, nodeRemedy);
    return null;
  },
};

const nodePattern = /^[a-z][a-z0-9-]{0,30}$/;
const nodeRemedy = "write a name such as node1: a letter, then letters, digits and hyphens";

/** Reads one directive; null when it cannot be read, which `complain` was told. */
export function parseDirective(piece: Piece, problems: Problem[]): Directive | null {
  const complain: Complain = (column, message, remedy) =>
    problems.push({ severity: "error", line: piece.line, column, message, remedy });
  const name = /^\S*/.exec(piece.text)?.[0] ?? "";
  const argument = piece.text.slice(name.length).trim();
  if (!isKnown(name)) {
    const message = name === "" ? "directive without a name" : `unknown directive "${name}"`;
    complain(piece.column, message, remedyForUnknown(name, Object.keys(readers)));
    return null;
  }
  const column = piece.column + piece.text.length - argument.length;
  const body = readers[name]({ text: argument, column }, complain);
  return body && { ...body, line: piece.line, column: piece.column };
}

function isKnown(name: string): name is Directive["name"] {
  return Object.hasOwn(readers, name);
}

function withoutArgument<N extends string>(name: N, argument: Word, complain: Complain): { name: N } {
  if (argument.text !== "") {
    complain(argument.column, `unexpected "${argument.text}" after "${name}"`, `write "#: ${name}" alone`);
  }
  return { name };
}

function parseLab(argument: Word, complain: Complain): { name: "lab"; nodes: string[] } | null {
  const match = /^([^=\s]+)=(\S*)$/.exec(argument.text);
  if (match?.[1] !== "nodes") {
    complain(argument.column, `cannot read lab "${argument.text}"`, 'write "#: lab nodes=node1,node2"');
    return null;
  }
  const nodes = (match[2] ?? "").split(",");
  const wrong = nodes.find((node, index) => !nodePattern.test(node) || nodes.indexOf(node) !== index);
  if (wrong === undefined) return { name: "lab", nodes };
  const twice = nodePattern.test(wrong);
  const message = twice ? `node "${wrong}" is named twice` : `"${wrong}" cannot name a node`;
  complain(argument.column, message, twice ? "name each node once" : nodeRemedy);
  return null;
}
