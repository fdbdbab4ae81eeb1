/** A shell of a real lab on a real pty, as the terminal room starts it. */
import { spawn } from "node-pty";
import type { Lab } from "../../server/lab/index.ts";

export class LabTerminal {
  #output = "";
  #changed: () => void = () => {};
  readonly #pty: ReturnType<typeof spawn>;

  private constructor(pty: ReturnType<typeof spawn>) {
    this.#pty = pty;
    pty.onData((data) => {
      this.#output += data;
      this.#changed();
    });
    pty.onExit(() => this.#changed());
  }

  /** Waits for the first prompt. */
  static async open(lab: Lab, nonce: string, node = "node1"): Promise<LabTerminal> {
    const { file, args, env } = await lab.shell(node, nonce);
    const terminal = new LabTerminal(spawn(file, args, { env, cols: 100, rows: 30 }));
    await terminal.until(`\x1b]133;B;nonce=${nonce}\x07`);
    return terminal;
  }

  /** Types a line and gives all that came until `end` stood in it. */
  async type(line: string, end: string): Promise<string> {
    const before = this.#output.length;
    this.#pty.write(`${line}\r`);
    await this.until(end, before);
    return this.#output.slice(before);
  }

  /** Waits until `text` came, after `from`; says what came instead after ten seconds. */
  async until(text: string, from = 0): Promise<void> {
    const deadline = Date.now() + 10_000;
    while (!this.#output.includes(text, from)) {
      if (Date.now() > deadline)
        throw new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(this.#output.slice(from))}`);
      await new Promise<void>((resolve) => {
        const timer = setTimeout(resolve, 200);
        this.#changed = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  resize(columns: number, rows: number): void {
    this.#pty.resize(columns, rows);
  }

  close(): void {
    this.#pty.kill();
  }
}
