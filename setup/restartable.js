/** A program that can be ended and started again. */
import { spawn } from "node:child_process";
import { once } from "node:events";

/**
 * @param {string} file
 * @param {string[]} args
 * @param {(status: number) => void} onOwnEnd the program ended without being asked to
 */
export function restartable(file, args, onOwnEnd) {
  /** @type {import("node:child_process").ChildProcess | null} */
  let child = null;

  async function stop() {
    const ending = child;
    child = null;
    if (!ending || ending.exitCode !== null || ending.signalCode !== null) return;
    const ended = once(ending, "exit");
    ending.kill("SIGTERM");
    await ended;
  }

  async function restart() {
    await stop();
    const started = spawn(file, args, { stdio: "inherit" });
    child = started;
    started.once("exit", (code) => {
      if (child === started) onOwnEnd(code ?? 1);
    });
  }

  return { restart, stop };
}
