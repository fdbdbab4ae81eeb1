/** What a command needs of the machine. */

/** @typedef {import("./packages.js").Need} Need */

/** Commands that look at a deck and start no lab. */
const withoutLabs = ["outline", "check", "pdf", "--help", "-h", "--version", "-v"];

/**
 * The needs of the command that these words ask for.
 * @param {readonly string[]} words
 * @returns {Need[]}
 */
export function needsOf([command = ""]) {
  return withoutLabs.includes(command) ? [] : ["labs"];
}
