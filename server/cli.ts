#!/usr/bin/env node
/** The command line: the first word names a command; without one, a deck is presented. */
import { defineCommand, runCommand } from "citty";
import {
  CommandFailure,
  chooseCommand,
  commands,
  endQuietlyUnread,
  mistakeInWords,
  ownWords,
  print,
  printUsage,
  runners,
  tell,
  version,
} from "./commands/index.ts";

const main = defineCommand({
  meta: { name: "shelldeck", description: "A slide deck whose terminals are real" },
  subCommands: commands,
});

async function run(words: readonly string[]): Promise<void> {
  const [first = ""] = words;
  if (first === "--help" || first === "-h") return await printUsage(main);
  if (first === "--version" || first === "-v") return print(version());
  const chosen = chooseCommand(words, Object.keys(commands));
  const command = await commands[chosen.command]?.();
  if (!command) throw new CommandFailure(`there is no command ${chosen.command}`);
  const failure = runners[chosen.command];
  const own = failure === undefined ? chosen.words : ownWords(chosen.words);
  if (own.some((word) => word === "--help" || word === "-h")) return await printUsage(command, main);
  const mistake = mistakeInWords(chosen.command, own, command.args ?? {}, failure !== undefined);
  if (mistake) throw new CommandFailure(mistake, failure);
  await runCommand(command, { rawArgs: chosen.words });
}

endQuietlyUnread();
try {
  await run(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CommandFailure)) throw error;
  tell(error.message);
  process.exitCode = error.status;
}
