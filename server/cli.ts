#!/usr/bin/env node
/** The command line: the first word names a command; without one, a deck is presented. */
import { defineCommand, runMain } from "citty";
import { presentCommand } from "./commands/index.ts";

const commands = { present: presentCommand };

const main = defineCommand({
  meta: { name: "shelldeck", description: "A slide deck whose terminals are real" },
  subCommands: commands,
});

const words = process.argv.slice(2);
const isCommand =
  words[0] !== undefined && (words[0] in commands || words[0] === "--help" || words[0] === "-h");
await runMain(main, { rawArgs: isCommand ? words : ["present", ...words] });
