/** Turns the directives above a step into what the step is told. */
import type { Problem } from "../deck/index.ts";
import type { Expectation, Step } from "./demo.ts";
import { type Directive, parseDirective } from "./parse-directive.ts";
import { durationRemedy } from "./parse-duration.ts";
import { defaultExpectation } from "./parse-expect.ts";
import type { Piece } from "./parse-lines.ts";

type Told = Pick<Step, "node" | "expect" | "background" | "interruptAfterMs" | "hidden">;

/** Reads a step's directives; one that cannot be read, or comes twice, is a problem and changes nothing. */
export function readDirectives(
  pieces: readonly Piece[],
  nodes: readonly string[],
  problems: Problem[],
): Told {
  const given = readOnce(pieces, problems);
  const expect: Expectation = { ...defaultExpectation, ...given.get("expect")?.given };
  const interrupt = given.get("interrupt-after");
  if (interrupt && interrupt.interruptAfterMs >= expect.timeoutMs) {
    problems.push({
      severity: "error",
      line: interrupt.line,
      column: interrupt.column,
      message: `the interrupt comes after the step's timeout of ${expect.timeoutMs / 1000} s`,
      remedy: `raise "#: expect timeout="; ${durationRemedy}`,
    });
  }
  return {
    node: knownNode(given.get("node"), nodes, problems),
    expect,
    background: given.get("background") !== undefined,
    interruptAfterMs: interrupt?.interruptAfterMs ?? null,
    hidden: given.get("hidden") !== undefined,
  };
}

interface Readings {
  get<N extends Directive["name"]>(name: N): Extract<Directive, { name: N }> | undefined;
}

/** Reads directives of which each kind may come once. */
export function readOnce(pieces: readonly Piece[], problems: Problem[]): Readings {
  const seen: Directive[] = [];
  for (const piece of pieces) {
    const directive = parseDirective(piece, problems);
    if (!directive) continue;
    const first = seen.find((other) => other.name === directive.name);
    if (first) {
      problems.push({
        severity: "error",
        line: directive.line,
        column: directive.column,
        message: `second "${directive.name}"`,
        remedy: `the first stands on line ${first.line}; keep one`,
      });
    } else seen.push(directive);
  }
  return {
    get: <N extends Directive["name"]>(name: N) =>
      seen.find((directive): directive is Extract<Directive, { name: N }> => directive.name === name),
  };
}

function knownNode(
  directive: Extract<Directive, { name: "node" }> | undefined,
  nodes: readonly string[],
  problems: Problem[],
): string {
  const first = nodes[0] ?? "node1";
  if (!directive || nodes.includes(directive.node)) return directive?.node ?? first;
  problems.push({
    severity: "error",
    line: directive.line,
    column: directive.column + "node ".length,
    message: `node "${directive.node}" is not in the lab`,
    remedy: `known: ${nodes.join(", ")}; or write "#: lab nodes=${[...nodes, directive.node].join(",")}"`,
  });
  return first;
}
