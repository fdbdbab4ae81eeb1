/** The program's version, as its package.json has it. */
import { readFileSync } from "node:fs";
import { root } from "./root.ts";

/** Reads it from disk. */
export function version(): string {
  return (JSON.parse(readFileSync(`${root}package.json`, "utf8")) as { version: string }).version;
}
