/** Something asked for could not be done; the message says what, the remedy what to do. */
export class StageError extends Error {
  readonly remedy: string | null;
  constructor(message: string, remedy: string | null = null) {
    super(message);
    this.name = "StageError";
    this.remedy = remedy;
  }
}
