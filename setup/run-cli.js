/** Hands this process over to the built command-line program. */
import { join } from "node:path";
import { pathToFileURL } from "node:url";

/**
 * Runs dist/server/cli.js in this process, so that signals and exit status are its own.
 * @param {string} root
 * @param {readonly string[]} args
 */
export async function runCli(root, args) {
  const cli = join(root, "dist/server/cli.js");
  process.argv = [process.execPath, cli, ...args];
  await import(pathToFileURL(cli).href);
}
