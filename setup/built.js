/** One built folder of `dist/`: whether it fits its sources, and its exchange for a new one in one move. */
import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fingerprint } from "./fingerprint.js";

/**
 * @typedef {object} Target
 * @property {string} name A folder of dist/.
 * @property {string} entry The file in it that must exist.
 * @property {readonly string[]} sources Files and folders that it is built from, relative to the checkout.
 * @property {(root: string, folder: string) => Promise<void>} make Builds into an empty folder; throws a SetupError.
 */

/**
 * Builds a target unless it fits its sources already; true when it was built. It is made beside and moved into
 * place, so that files deleted from the sources are gone and an interrupted build leaves the old one.
 * @param {string} root
 * @param {Target} target
 * @param {() => void} beforeBuild
 * @returns {Promise<boolean>}
 */
export async function buildWhenChanged(root, target, beforeBuild = () => {}) {
  const folder = join(root, "dist", target.name);
  const stampFile = `${folder}.built-from`;
  const stamp = fingerprint(root, target.sources);
  const fits = existsSync(stampFile) && readFileSync(stampFile, "utf8") === stamp;
  if (fits && existsSync(join(folder, target.entry))) return false;

  beforeBuild();
  const fresh = join(root, "dist", `.${target.name}-${process.pid}`);
  const discard = () => rmSync(fresh, { recursive: true, force: true });
  process.once("exit", discard);
  try {
    discard();
    mkdirSync(fresh, { recursive: true });
    await target.make(root, fresh);
    exchange(fresh, folder);
    writeFileSync(stampFile, stamp);
  } finally {
    discard();
    process.off("exit", discard);
  }
  return true;
}

/**
 * @param {string} fresh
 * @param {string} folder
 */
function exchange(fresh, folder) {
  const old = `${fresh}-old`;
  mkdirSync(dirname(folder), { recursive: true });
  if (existsSync(folder)) renameSync(folder, old);
  renameSync(fresh, folder);
  rmSync(old, { recursive: true, force: true });
}
