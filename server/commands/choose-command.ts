/** What the words of the command line ask for. */
import { existsSync } from "node:fs";
import type { ArgsDef } from "citty";
import { remedyForUnknown } from "../suggest.ts";
import { CommandFailure } from "./output.ts";
import { fromWhereTyped } from "./typed-path.ts";

/** The command that the first word names, or `present`, and the command's own words; throws for a word that is neither command nor deck. */
export function chooseCommand(
  words: readonly string[],
  commands: readonly string[],
  exists: (path: string) => boolean = (path) => existsSync(fromWhereTyped(path)),
): { command: string; words: string[] } {
  const [first = "", ...rest] = words;
  if (commands.includes(first)) return { command: first, words: rest };
  if (/^[a-z]+$/i.test(first) && !exists(first)) {
    const remedy = remedyForUnknown(first, commands);
    throw new CommandFailure(`unknown command "${first}": ${remedy}; or name a deck's file`);
  }
  return { command: "present", words: [...words] };
}

/** The words before `--`; those behind it are another program's. */
export function ownWords(words: readonly string[]): string[] {
  const dashes = words.indexOf("--");
  return dashes < 0 ? [...words] : words.slice(0, dashes);
}

/**
 * What is wrong with the first word that a command does not know, or that lacks its value; null when all are good. `isRunner`: it
 * runs another program, whose words come behind `--`.
 */
export function mistakeInWords(
  command: string,
  words: readonly string[],
  args: ArgsDef,
  isRunner = false,
): string | null {
  const options = new Map(Object.entries(args).filter(([, { type }]) => type !== "positional"));
  const names = [...options.keys(), "help"].map((name) => `--${name}`);
  let places = Object.keys(args).length - options.size;
  for (let at = 0; at < words.length; at += 1) {
    const word = words[at] ?? "";
    if (!word.startsWith("-") || word === "-") {
      places -= 1;
      if (places < 0 && isRunner)
        return `${command}: "${word}": a command goes behind --: ${command} -- ${word}`;
      if (places < 0) return `${command}: "${word}" is one word too many; see ${command} --help`;
      continue;
    }
    const [, name = "", value] = /^--([^=]+)(?:=(.*))?$/s.exec(word) ?? [];
    const isNegated = name.startsWith("no-") && options.get(name.slice(3))?.type === "boolean";
    const option = options.get(name);
    if (!option && !isNegated) return `${command}: unknown option ${word}: ${remedyForUnknown(word, names)}`;
    if (option?.type !== "string" || value) continue;
    at += 1;
    const next = words[at];
    if (value === "" || next === undefined || next.startsWith("--"))
      return `${command}: --${name} needs a value: ${option.description ?? "see --help"}`;
  }
  return null;
}
