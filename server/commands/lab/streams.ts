/** How a command in a lab is connected to this process's own standard streams. */

export interface Streams {
  /** Whether the command gets a terminal of its own, which stands for this one. */
  terminal: boolean;
  /** For standard input, output and error. */
  stdio: ("inherit" | "pipe")[];
}

/**
 * With a terminal on both ends the command gets one. Otherwise files and pipes are handed to it as they are, and of a terminal it
 * gets the bytes alone: a program in a lab never has the person's own terminal open.
 */
export function connect(isTerminal: readonly [boolean, boolean, boolean]): Streams {
  const terminal = isTerminal[0] && isTerminal[1];
  return { terminal, stdio: isTerminal.map((is) => (is && !terminal ? "pipe" : "inherit")) };
}

/** What a program wants to know of the terminal, from this process's own environment. */
export function terminalVariables({ TERM, COLORTERM }: NodeJS.ProcessEnv): Record<string, string> {
  return { TERM: TERM || "xterm-256color", ...(COLORTERM && { COLORTERM }) };
}

/** Said at the start of a shell. */
export function banner(nodes: readonly string[], node: string): string {
  const others = nodes.filter((name) => name !== node);
  const rest = others.length > 0 ? `, beside ${others.join(" and ")}` : "";
  return `A fresh lab: ${node}${rest}. You are root; exit ends it and leaves nothing.`;
}
