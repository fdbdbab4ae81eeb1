/** A line of command that gives another shell in a lab, from another terminal. */
import { closeSync, mkdtempSync, openSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lab, ShellCommand } from "../../lab/index.ts";

export interface MoreShells {
  /** For a shell on the given node; with another node's name behind it, on that one. */
  line: string;
  close(): void;
}

/**
 * The line runs a script that has no name any more and is open in this process alone: only this user can read it, and it is
 * gone with the process, whatever ends that.
 */
export function moreShells(lab: Lab, node: string, variables: Record<string, string>): MoreShells {
  const commands = lab.nodes.map((name) => ({ name, command: lab.command(name, ["bash"], variables) }));
  const folder = mkdtempSync(join(tmpdir(), "shelldeck-"));
  const path = join(folder, "shell");
  writeFileSync(path, shellScript(commands, node), { mode: 0o600 });
  const descriptor = openSync(path, "r");
  rmSync(folder, { recursive: true });
  return {
    line: `bash /proc/${process.pid}/fd/${descriptor}`,
    close: () => closeSync(descriptor),
  };
}

/** Bash for a shell on the node that its first argument names, or on `first`. */
export function shellScript(
  commands: readonly { name: string; command: ShellCommand }[],
  first: string,
): string {
  const cases = commands.map(({ name, command: { file, args, env } }) => {
    const variables = Object.entries(env).map(([key, value]) => `${key}=${value}`);
    return `${name}) exec env -i ${[...variables, file, ...args].map(quoted).join(" ")} ;;`;
  });
  const known = commands.map(({ name }) => name).join(", ");
  return `case \${1-${first}} in
${cases.join("\n")}
*) echo "there is no node $1: known: ${known}" >&2; exit 125 ;;
esac
`;
}

/** A word that bash reads as it is. */
function quoted(word: string): string {
  return `'${word.replaceAll("'", `'\\''`)}'`;
}
