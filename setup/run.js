/** Runs another program to its end. */
import { spawn } from "node:child_process";
import { closeSync, mkdtempSync, openSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Enough of a log's start and of its end, in lines, to hold the cause: npm names it first, apt and compilers last. */
const excerptLines = { start: 12, end: 18 };

/** Status of a program that could not be started, as in a shell. */
const notFoundStatus = 127;

/**
 * Status of a process that ended by a signal, as in a shell.
 * @type {Partial<Record<NodeJS.Signals, number>>}
 */
export const signalStatus = { SIGINT: 130, SIGTERM: 143 };

/**
 * @typedef {object} Program
 * @property {string} file
 * @property {string[]} args
 * @property {string} [cwd]
 * @property {NodeJS.ProcessEnv} [env]
 */

/**
 * Runs a program on this process's own input and output; gives its exit status. A signal that asks this process to
 * end goes to the program first.
 * @param {Program} program
 * @param {import("node:child_process").StdioOptions} stdio
 * @returns {Promise<number>}
 */
export function run({ file, args, cwd, env }, stdio = "inherit") {
  return new Promise((resolve) => {
    const child = spawn(file, args, { cwd, env, stdio });
    /** @type {NodeJS.Signals | null} */
    let stoppedBy = null;
    const stop = (/** @type {NodeJS.Signals} */ signal) => {
      stoppedBy = signal;
      child.kill(signal);
    };
    process.on("SIGINT", stop).on("SIGTERM", stop);
    child.on("error", () => resolve(notFoundStatus));
    child.on("close", (code) => {
      process.off("SIGINT", stop).off("SIGTERM", stop);
      if (stoppedBy) process.exit(signalStatus[stoppedBy]);
      resolve(code ?? 1);
    });
  });
}

/**
 * Runs a program and keeps what it prints in a log, which stays only when it failed.
 * @param {string} name the log's name
 * @param {Program} program
 * @returns {Promise<{ status: number, log: string, text: string }>}
 */
export async function runLogged(name, program) {
  const log = join(mkdtempSync(join(tmpdir(), "shelldeck-")), `${name}.log`);
  const output = openSync(log, "w");
  const status = await run(program, ["inherit", output, output]).finally(() => closeSync(output));
  const text = readFileSync(log, "utf8");
  if (status === 0) rmSync(dirname(log), { recursive: true });
  return { status, log, text };
}

/**
 * The start and the end of a long text, all of a short one.
 * @param {string} text
 */
export function excerpt(text) {
  const { start, end } = excerptLines;
  const lines = text.trimEnd().split("\n");
  if (lines.length <= start + end) return lines.join("\n");
  return [...lines.slice(0, start), "...", ...lines.slice(-end)].join("\n");
}
