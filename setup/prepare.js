/** All of set-up, in order: system packages, npm packages, the build, the labs' images. Does nothing when nothing changed. */
import { fileURLToPath } from "node:url";
import { buildWhenChanged } from "./built.js";
import { ensureImages } from "./images.js";
import { find, pathWithAdministratorFolders } from "./machine.js";
import { installNpmPackages, npmPackagesAreReady } from "./npm-packages.js";
import { chromiumCommands } from "./packages.js";
import { say, sayFailure } from "./say.js";
import { ensureSystemPackages } from "./system-packages.js";
import { client, server } from "./targets.js";

/** @typedef {import("./packages.js").Need} Need */

/** The checkout that this set-up belongs to. */
export const checkout = fileURLToPath(new URL("..", import.meta.url));

/**
 * Installs system and npm packages, and names the browser for tests and measurements in CHROMIUM; throws a SetupError when npm's cannot be had.
 * @param {readonly Need[]} needs
 * @param {{ isQuiet: boolean, root?: string }} options `isQuiet`: says nothing about system packages that it cannot install
 */
export async function installPackages(needs, { isQuiet, root = checkout }) {
  process.env.PATH = pathWithAdministratorFolders(process.env.PATH ?? "");
  const isReady = await npmPackagesAreReady(root);
  await ensureSystemPackages(isReady ? needs : [...needs, "build"], { isQuiet });
  if (!isReady) await installNpmPackages(root);
  const chromium = find(chromiumCommands);
  if (chromium) process.env.CHROMIUM ??= chromium;
}

/**
 * Builds what changed since its last build, and says whether anything did; throws a SetupError with the compiler's words when it does not build.
 * @param {readonly import("./built.js").Target[]} targets
 */
export async function build(targets, root = checkout) {
  const builds = targets.map((target) =>
    buildWhenChanged(root, target, () => say(`Building the ${target.name} ...`)),
  );
  await Promise.allSettled(builds);
  const wasBuilt = await Promise.all(builds);
  return wasBuilt.includes(true);
}

/**
 * The whole of set-up; false when it failed, which is then said and is the exit status.
 * @param {readonly Need[]} needs
 */
export async function setUp(needs, { isQuiet = false, targets = [server, client] } = {}) {
  try {
    await installPackages(needs, { isQuiet });
    await build(targets);
    if (needs.includes("labs")) await ensureImages(checkout);
    return true;
  } catch (error) {
    sayFailure(error);
    process.exitCode = 1;
    return false;
  }
}
