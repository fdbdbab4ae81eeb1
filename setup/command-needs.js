/** What a command needs of the machine, and of the build. */
import { client, server } from "./targets.js";

/** @typedef {import("./packages.js").Need} Need */
/** @typedef {import("./built.js").Target} Target */

/** Commands that start no lab; and the doctor, which is asked what is missing, and so must not install it. */
const withoutLabs = ["outline", "check", "pdf", "doctor", "--help", "-h", "--version", "-v"];

/** Commands that show nobody a page. */
const withoutPages = ["outline", "lab", "doctor", "--help", "-h", "--version", "-v"];

/**
 * The needs of the command that these words ask for.
 * @param {readonly string[]} words
 * @returns {Need[]}
 */
export function needsOf([command = ""]) {
  return withoutLabs.includes(command) ? [] : ["labs"];
}

/**
 * What must be built for the command that these words ask for.
 * @param {readonly string[]} words
 * @returns {Target[]}
 */
export function targetsOf([command = ""]) {
  return withoutPages.includes(command) ? [server] : [server, client];
}
