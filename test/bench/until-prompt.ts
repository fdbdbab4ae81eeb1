/** Waits for the prompt of a program on a pty. */
import { spawn } from "node-pty";

/** Milliseconds until it shows a prompt (`# ` or `$ `); settles when it has ended after that. */
export function untilPrompt(file: string, args: string[]): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { name: "xterm", cols: 100, rows: 30, cwd: "/" });
    let output = "";
    let timeMs: number | null = null;
    child.onData((data) => {
      output += data;
      if (timeMs !== null || !/[#$] /.test(output)) return;
      timeMs = performance.now() - start;
      child.write("exit\r");
    });
    child.onExit(() => {
      if (timeMs === null) reject(new Error(`${file} ended: ${output.trim().slice(0, 200)}`));
      else resolve(timeMs);
    });
  });
}
