/** The labs' container images: made once from what is on the machine, and again only when that changed. */
import { execFile } from "node:child_process";
import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { promisify } from "node:util";
import { fingerprint } from "./fingerprint.js";
import { thisMachine } from "./machine.js";
import { say } from "./say.js";

/**
 * @typedef {object} Stamp What an archive was made of.
 * @property {string} recipe Fingerprint of the sources that say how.
 * @property {Record<string, string>} files Size and time of each of the machine's files that are in it, by path.
 *
 * @typedef {(archive: string) => Promise<string[]>} Maker Writes the archive and gives the machine's files that are in it; throws why it cannot.
 */

/** Where the archive is, relative to the checkout. */
export const imageArchive = "dist/lab/images.tar";

const sources = ["server/lab/images", "server/lab/world"];

/**
 * Makes the archive unless it fits its ingredients already. False where it cannot be made, which is said: labs have no container images
 * then, and all else works. Without Podman there is nothing to make.
 * @param {string} root
 * @param {Maker} make
 */
export async function ensureImages(root, make = makerIn(root), machine = thisMachine()) {
  if (machine.platform !== "linux" || !machine.has("podman")) return true;
  const archive = join(root, imageArchive);
  const stampFile = `${archive.replace(/\.tar$/, "")}.made-of.json`;
  const recipe = fingerprint(root, sources);
  if (existsSync(archive) && fits(stampFile, recipe)) return true;

  say("Making the labs' container image ...");
  const start = performance.now();
  try {
    mkdirSync(dirname(archive), { recursive: true });
    const files = Object.fromEntries((await make(archive)).map((path) => [path, look(path)]));
    writeFileSync(stampFile, JSON.stringify({ recipe, files }, null, 2));
  } catch (error) {
    const outcome = existsSync(archive)
      ? "Labs keep their older container image"
      : "Labs will have no container image";
    say(`${outcome}: ${error instanceof Error ? error.message : error}`);
    return false;
  }
  say(`The labs' container image is made (${((performance.now() - start) / 1000).toFixed(1)} s).`);
  return true;
}

/**
 * @param {string} stampFile
 * @param {string} recipe
 */
function fits(stampFile, recipe) {
  try {
    /** @type {Stamp} */
    const stamp = JSON.parse(readFileSync(stampFile, "utf8"));
    return stamp.recipe === recipe && Object.entries(stamp.files).every(([path, was]) => look(path) === was);
  } catch {
    return false;
  }
}

/** @param {string} path */
function look(path) {
  const stat = statSync(path, { throwIfNoEntry: false });
  return stat ? `${stat.size} bytes of ${stat.mtime.toISOString()}` : "gone";
}

/**
 * The built server's own maker, which works in a lab.
 * @param {string} root
 * @returns {Maker}
 */
function makerIn(root) {
  return async (archive) => {
    const main = join(root, "dist/server/lab/images/main.js");
    try {
      const { stdout } = await promisify(execFile)(process.execPath, [main, archive]);
      return JSON.parse(stdout);
    } catch (error) {
      const { stderr = "", message } = /** @type {Error & { stderr?: string }} */ (error);
      throw new Error(stderr.trim() || message);
    }
  };
}
