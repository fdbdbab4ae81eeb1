/** Results go to standard output; all else that a person is told goes to standard error. */

/** `shelldeck outline deck.md | head` closes the pipe before all is read: that ends the program, and is no mistake. */
export function endQuietlyUnread(): void {
  for (const stream of [process.stdout, process.stderr]) {
    stream.on("error", (error: NodeJS.ErrnoException) => {
      if (error.code !== "EPIPE") throw error;
      process.exit();
    });
  }
}

/** Prints a result; what is still on its way when the program has nothing more to do is waited for. */
export function print(text: string): void {
  process.stdout.write(text.endsWith("\n") ? text : `${text}\n`);
}

/** Tells the person at the terminal something beside the result. */
export function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

/** Ends the command with what is wrong, in one line, and a status that says so. */
export class CommandFailure extends Error {
  readonly status: number;
  constructor(message: string, status = 1) {
    super(message);
    this.name = "CommandFailure";
    this.status = status;
  }
}
