/** The commands of the command line, each loaded when it is asked for. */
import type { ArgsDef, CommandDef } from "citty";

export { chooseCommand, mistakeInWords } from "./choose-command.ts";
export { CommandFailure, endQuietlyUnread, print, tell } from "./output.ts";
export { printUsage } from "./usage.ts";
export { version } from "./version.ts";

/** A command, its arguments at hand. */
export type Command = CommandDef & { args?: ArgsDef };

/** By the word that names it; `present` is the one without a word. */
export const commands: Record<string, () => Promise<Command>> = {
  present: async () => (await import("./present.ts")).presentCommand as Command,
  outline: async () => (await import("./outline.ts")).outlineCommand as Command,
  check: async () => (await import("./check/check.ts")).checkCommand as Command,
  pdf: async () => (await import("./pdf.ts")).pdfCommand as Command,
};
