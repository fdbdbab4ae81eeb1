/** The words of `lab`'s command line, taken apart. */
import { nodeNames } from "../../lab/index.ts";
import { remedyForUnknown } from "../../suggest.ts";
import { CommandFailure } from "../output.ts";
import { labFailed } from "./exit-status.ts";

/** Which nodes a lab is to have, and which one the command runs on. */
export interface WishedNodes {
  nodes: string[];
  node: string;
}

/** The command behind the first `--`; null where there is none, for a shell. */
export function commandIn(words: readonly string[]): string[] | null {
  const dashes = words.indexOf("--");
  const command = dashes < 0 ? [] : words.slice(dashes + 1);
  return command.length > 0 ? command : null;
}

/**
 * What `--node` and `--nodes` (their values, or undefined) ask for: without `--nodes` there is node1, and `--node` beside it; without
 * `--node` the first is it. Throws a CommandFailure.
 */
export function wishedNodes(
  node: string | undefined,
  list: string | undefined,
  known: readonly string[] = nodeNames,
): WishedNodes {
  const [first = ""] = known;
  const nodes = list === undefined ? [...new Set([first, node ?? first])] : list.split(",");
  for (const [option, names] of [
    ["--nodes", list === undefined ? [] : nodes],
    ["--node", node === undefined ? [] : [node]],
  ] as const) {
    const stranger = names.find((name) => !known.includes(name));
    if (stranger !== undefined) {
      const remedy = remedyForUnknown(stranger, known);
      throw new CommandFailure(`lab: ${option}: there is no node "${stranger}": ${remedy}`, labFailed);
    }
  }
  const twice = nodes.find((name, index) => nodes.indexOf(name) < index);
  if (twice)
    throw new CommandFailure(`lab: --nodes: ${twice} is named twice: name each node once`, labFailed);
  const where = node ?? nodes[0] ?? first;
  if (nodes.includes(where)) return { nodes, node: where };
  throw new CommandFailure(
    `lab: --node ${where}: this lab has ${nodes.join(", ")}: name it in --nodes, too`,
    labFailed,
  );
}
