/** The commands of the command line, each loaded when it is asked for. */
import type { ArgsDef, CommandDef } from "citty";

export { chooseCommand, mistakeInWords, ownWords } from "./choose-command.ts";
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
  lab: async () => (await import("./lab/lab.ts")).labCommand as Command,
  doctor: async () => (await import("./doctor/doctor.ts")).doctorCommand as Command,
};

/** Those that run another program, named behind `--`, and end with its status: their own failures have this one, as docker's have. */
export const runners: Record<string, number> = { lab: 125 };
