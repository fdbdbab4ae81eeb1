/** A person's terminal, in which a command of ours runs. */
import { spawn } from "node-pty";

export class CommandTerminal {
  /** All that it has shown. */
  output = "";
  readonly pid: number;
  /** Gives the exit status. */
  readonly ended: Promise<number>;
  readonly #pty: ReturnType<typeof spawn>;

  private constructor(file: string, args: string[], columns: number, rows: number) {
    this.#pty = spawn(file, args, { cols: columns, rows, name: "xterm-256color" });
    this.pid = this.#pty.pid;
    this.#pty.onData((data) => {
      this.output += data;
    });
    this.ended = new Promise((resolve) => this.#pty.onExit(({ exitCode }) => resolve(exitCode)));
  }

  /** Runs the built program's own file, with arguments. */
  static open(args: string[], columns = 100, rows = 30): CommandTerminal {
    return new CommandTerminal(process.execPath, args, columns, rows);
  }

  /** Runs a line of bash. */
  static shell(line: string): CommandTerminal {
    return new CommandTerminal("bash", ["--norc", "-c", line], 100, 30);
  }

  /** Types a line and gives all that came until `end` stood in what is behind its echo. */
  async type(line: string, end: string): Promise<string> {
    return await this.press(`${line}\r`, end);
  }

  /** Presses keys and gives all that came until `end` stood in it. */
  async press(keys: string, end: string): Promise<string> {
    const before = this.output.length;
    this.#pty.write(keys);
    await this.until(end, before);
    return this.output.slice(before);
  }

  write(keys: string): void {
    this.#pty.write(keys);
  }

  /** Waits until `text` came, after `from`; says what came instead after twenty seconds. */
  async until(text: string, from = 0): Promise<void> {
    const deadline = Date.now() + 20_000;
    while (!this.output.includes(text, from)) {
      if (Date.now() > deadline)
        throw new Error(`no ${JSON.stringify(text)} in ${JSON.stringify(this.output.slice(from))}`);
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  }

  resize(columns: number, rows: number): void {
    this.#pty.resize(columns, rows);
  }
}
