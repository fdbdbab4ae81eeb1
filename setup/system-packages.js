/** Installs missing system packages where apt is, and elsewhere names them; never fatal. */
import { thisMachine } from "./machine.js";
import { installLine, missingPackages, nameHere, packageManager, reasons } from "./missing.js";
import { excerpt, run, runLogged } from "./run.js";
import { say } from "./say.js";

/** @typedef {import("./machine.js").Machine} Machine */
/** @typedef {import("./packages.js").Need} Need */
/** @typedef {import("./packages.js").SystemPackage} SystemPackage */

/** Fails soon without a network, and waits a little for another apt. */
const aptOptions = [
  "-q",
  "-o",
  "Acquire::Retries=1",
  "-o",
  "Acquire::http::Timeout=20",
  "-o",
  "DPkg::Lock::Timeout=120",
];

/**
 * What stands before a command so that root runs it: nothing for root itself, sudo where it needs no
 * password or a person gave it; null where there is no way.
 * @param {Machine} machine
 * @param {(...args: string[]) => Promise<boolean>} sudo runs sudo with arguments and says whether it agreed
 * @returns {Promise<string[] | null>}
 */
export async function rootPrefix(machine, sudo = askSudo) {
  if (machine.isRoot) return [];
  if (!machine.has("sudo")) return null;
  if (await sudo("-n", "true")) return ["sudo", "-n"];
  return machine.canAsk && (await sudo("-v")) ? ["sudo"] : null;
}

/** @param {string[]} args */
async function askSudo(...args) {
  const isSilent = args.includes("-n");
  if (!isSilent) say("To install them, sudo asks for your password.");
  return (await run({ file: "sudo", args }, isSilent ? "ignore" : "inherit")) === 0;
}

/**
 * What the missing packages mean for the person at the terminal.
 * @param {readonly SystemPackage[]} missing
 */
export function consequence(missing) {
  const needs = new Set(missing.flatMap((entry) => entry.needs));
  const lines = [];
  if (needs.has("labs")) lines.push("Until then the deck presents, but demos and commands may not run.");
  if (needs.has("build")) lines.push("Without them npm cannot build the terminals.");
  if (needs.has("test")) lines.push("Until then the tests that need them fail.");
  return lines;
}

/**
 * @param {string[]} prefix
 * @param {string[]} args
 */
function aptGet(prefix, args) {
  const [file = "", ...rest] = [
    ...prefix,
    "env",
    "DEBIAN_FRONTEND=noninteractive",
    "apt-get",
    ...aptOptions,
    ...args,
  ];
  return runLogged("apt-get", { file, args: rest });
}

/**
 * Names that apt does not know, as its messages say.
 * @param {string} text
 */
export function unknownToApt(text) {
  const found = text.matchAll(
    /Unable to locate package (\S+)|Package '?([^\s']+)'? has no installation candidate/g,
  );
  return [...found].map((match) => match[1] ?? match[2]);
}

/**
 * The first of apt's errors, which names the cause, and its closing one; all it said when it named none.
 * @param {string} text
 */
export function aptComplaint(text) {
  const errors = text.split("\n").filter((line) => line.startsWith("E: "));
  return errors.length > 0 ? [...new Set([errors[0], errors.at(-1)])].join("\n") : excerpt(text);
}

/**
 * @param {string[]} prefix
 * @param {string[]} names
 */
async function install(prefix, names) {
  const update = await aptGet(prefix, ["update"]);
  const args = ["install", "-y", "--no-install-recommends"];
  const first = await aptGet(prefix, [...args, ...names]);
  const unknown = unknownToApt(first.text);
  const known = names.filter((name) => !unknown.includes(name));
  const last = unknown.length > 0 && known.length > 0 ? await aptGet(prefix, [...args, ...known]) : first;
  return last.status === 0 && update.status !== 0 ? update : last;
}

/**
 * Installs what is missing of the packages for these needs, or says how to get it.
 * @param {readonly Need[]} needs
 * @param {{ isQuiet: boolean }} options `isQuiet`: asks for no password, and says nothing about what it cannot install
 */
export async function ensureSystemPackages(needs, { isQuiet }, machine = thisMachine()) {
  const missing = missingPackages(needs, machine);
  if (machine.platform !== "linux" && needs.includes("labs") && !isQuiet) {
    say(
      "Labs run on Linux only: here the deck presents without them. For labs, run it in a Linux virtual machine.",
    );
  }
  if (missing.length === 0) return;

  if (!isQuiet) sayMissing(missing, machine);
  const asked = { ...machine, canAsk: machine.canAsk && !isQuiet };
  const prefix = packageManager(machine) === "apt" ? await rootPrefix(asked) : null;
  if (prefix === null) {
    if (!isQuiet) sayHowToGet(missing, machine);
    return;
  }
  if (isQuiet) sayMissing(missing, machine);
  say(`Installing them (${[...prefix, "apt-get"].join(" ")}) ...`);
  const names = missing.map((entry) => nameHere(entry, "apt", machine.isUbuntu));
  const { text, log } = await install(prefix, names);
  const still = missingPackages(needs, machine);
  if (still.length === 0) return;
  say(`${aptComplaint(text)}\napt-get did not install everything (its log: ${log}).`);
  sayHowToGet(still, machine);
}

/**
 * @param {readonly SystemPackage[]} missing
 * @param {Machine} machine
 */
function sayMissing(missing, machine) {
  say("Missing system packages:");
  for (const reason of reasons(missing, machine)) say(`  ${reason}`);
}

/**
 * @param {readonly SystemPackage[]} missing
 * @param {Machine} machine
 */
function sayHowToGet(missing, machine) {
  say(`To get them: ${installLine(missing, machine)}`);
  for (const line of consequence(missing)) say(line);
}
