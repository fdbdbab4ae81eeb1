/** Paths as a person types them, and reads them. */
import { relative, resolve } from "node:path";

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
