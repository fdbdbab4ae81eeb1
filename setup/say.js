/** Set-up talks on standard error: standard output belongs to what is started. */

/**
 * Prints a line for the person at the terminal.
 * @param {string} line
 */
export function say(line) {
  process.stderr.write(`${line}\n`);
}

/** Set-up cannot go on; the message says what failed, the remedy what to do. */
export class SetupError extends Error {
  /**
   * @param {string} message
   * @param {string} remedy
   */
  constructor(message, remedy) {
    super(message);
    this.name = "SetupError";
    this.remedy = remedy;
  }
}

/**
 * Prints why set-up failed; a stack trace only for what is no SetupError.
 * @param {unknown} error
 */
export function sayFailure(error) {
  if (error instanceof SetupError) say(`${error.message}\n${error.remedy}`);
  else say(error instanceof Error ? String(error.stack) : String(error));
}
