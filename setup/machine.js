/** What set-up wants to know about the machine it runs on. */
import { existsSync, readFileSync } from "node:fs";
import { delimiter, isAbsolute, join } from "node:path";

/**
 * @typedef {object} Machine
 * @property {NodeJS.Platform} platform
 * @property {boolean} isUbuntu
 * @property {boolean} isRoot
 * @property {boolean} canAsk Whether a person at a terminal can be asked for a password.
 * @property {(file: string) => boolean} has Whether a command, or an absolute path, exists.
 */

/** Where administrators' commands live; an ordinary user's PATH often lacks them. */
const administratorFolders = ["/usr/local/sbin", "/usr/sbin", "/sbin"];

/**
 * PATH with the administrators' folders at its end.
 * @param {string} path
 */
export function pathWithAdministratorFolders(path) {
  const folders = path.split(delimiter).filter((folder) => folder !== "");
  return [...folders, ...administratorFolders.filter((folder) => !folders.includes(folder))].join(delimiter);
}

/**
 * The path of the first of these commands that is in PATH or an administrators' folder, or null; an absolute path
 * stands for itself.
 * @param {readonly string[]} files
 * @param {string} path
 * @param {(file: string) => boolean} exists
 */
export function find(files, path = process.env.PATH ?? "", exists = existsSync) {
  const folders = pathWithAdministratorFolders(path).split(delimiter);
  const places = files.flatMap((file) =>
    isAbsolute(file) ? [file] : folders.map((folder) => join(folder, file)),
  );
  return places.find((place) => exists(place)) ?? null;
}

/**
 * This machine.
 * @returns {Machine}
 */
export function thisMachine() {
  const osRelease = "/etc/os-release";
  return {
    platform: process.platform,
    isUbuntu: existsSync(osRelease) && /^ID=["']?ubuntu/m.test(readFileSync(osRelease, "utf8")),
    isRoot: process.getuid?.() === 0,
    canAsk: process.stdin.isTTY === true,
    has: (file) => find([file]) !== null,
  };
}
