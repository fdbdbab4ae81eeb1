/** The deck's file, as it was named on the command line. */
import { type Library, openLibrary } from "../library/index.ts";
import { CommandFailure } from "./output.ts";
import { fromWhereTyped } from "./typed-path.ts";

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
