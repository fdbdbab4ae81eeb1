/** The deck's file, as it was named on the command line. */
import { relative, resolve } from "node:path";
import { type Library, openLibrary } from "../library/index.ts";
import { CommandFailure } from "./output.ts";

/** The folder that a person was in; npm runs scripts in the checkout. */
const typedIn = process.env.INIT_CWD ?? process.cwd();

/** A path as it was typed, made absolute. */
export function fromWhereTyped(path: string): string {
  return resolve(typedIn, path);
}

/** A path for people: relative below their folder, else absolute. */
export function asTyped(path: string, folder: string = typedIn): string {
  const near = relative(folder, path);
  return near.startsWith("..") || near === "" ? path : near;
}

/** Opens a deck for a command that wants one; throws a CommandFailure that says what is wrong with the file. */
export async function openDeck(command: string, path: string | undefined): Promise<Library> {
  if (!path) throw new CommandFailure(`${command}: name a deck: ${command} slides/my-talk.md`);
  try {
    return await openLibrary(fromWhereTyped(path));
  } catch (error) {
    throw new CommandFailure(whyNoDeck(path, error, `${command} slides/my-talk.md`));
  }
}

/** Why a deck cannot be opened; `example` shows how to name one. */
export function whyNoDeck(path: string, error: unknown, example: string): string {
  const causes: Record<string, string> = {
    ENOENT: "there is no such file",
    EISDIR: "this is a folder",
    EACCES: "you may not read this file",
  };
  const { code = "", message } = error as NodeJS.ErrnoException;
  return `deck ${path}: ${causes[code] ?? message}; name a Markdown file: ${example}`;
}
