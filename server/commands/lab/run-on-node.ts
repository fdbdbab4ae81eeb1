/** Runs a command on a node of a lab, on this process's own standard streams. */
import { spawn } from "node:child_process";
import type { Lab } from "../../lab/index.ts";
import { signalStatus } from "./exit-status.ts";
import { type Streams, terminalVariables } from "./streams.ts";

/** A shell's own words and statuses where a command is not there (127) or cannot be run (126). */
export const launcher = ["/bin/sh", "-c", 'exec "$@"', "lab"];

export interface Running {
  /** The command's exit status; 128 + N when signal N ended it. */
  status: Promise<number>;
  /** Settles when all that it wrote is passed on; not before the lab's end where something else in the lab still could. */
  passedOn: Promise<void>;
}

/** In a session of its own unless it has a terminal, so that Ctrl-C comes to this process alone, which ends the lab in order. */
export function runOnNode(lab: Lab, node: string, argv: readonly string[], streams: Streams): Running {
  const variables = streams.terminal ? terminalVariables(process.env) : undefined;
  const { file, args, env } = lab.command(node, [...launcher, ...argv], variables);
  const child = spawn(file, args, { env, cwd: "/", stdio: streams.stdio, detached: !streams.terminal });
  child.stdin?.on("error", () => {});
  if (child.stdin) process.stdin.pipe(child.stdin);
  child.stdout?.pipe(process.stdout);
  child.stderr?.pipe(process.stderr);
  const status = new Promise<number>((resolve, reject) => {
    child.on("error", reject);
    child.on("exit", (code, signal) => resolve(signal ? signalStatus(signal) : (code ?? 1)));
  });
  return { status, passedOn: new Promise((resolve) => child.on("close", () => resolve())) };
}
