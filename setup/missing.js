/** Which system packages are missing on a machine, and how they are got there. */
import { systemPackages } from "./packages.js";

/** @typedef {import("./machine.js").Machine} Machine */
/** @typedef {import("./packages.js").Manager} Manager */
/** @typedef {import("./packages.js").Need} Need */
/** @typedef {import("./packages.js").SystemPackage} SystemPackage */

/** @type {Record<Manager, string>} */
const installCommands = {
  apt: "sudo apt-get install -y --no-install-recommends",
  dnf: "sudo dnf install",
  pacman: "sudo pacman -S --needed",
  brew: "brew install",
};

/**
 * The package manager to name, or null when none is known here.
 * @param {Machine} machine
 * @returns {Manager | null}
 */
export function packageManager(machine) {
  if (machine.platform === "darwin") return "brew";
  if (machine.has("apt-get")) return "apt";
  if (machine.has("dnf")) return "dnf";
  return machine.has("pacman") ? "pacman" : null;
}

/**
 * The packages that are needed here and are not there; labs and node-pty's build want them on Linux only.
 * @param {readonly Need[]} needs
 * @param {Machine} machine
 * @returns {SystemPackage[]}
 */
export function missingPackages(needs, machine, table = systemPackages) {
  const wanted = machine.platform === "linux" ? needs : needs.filter((need) => need === "test");
  const onDebian = packageManager(machine) === "apt";
  return table.filter((entry) => {
    const proofs = (onDebian ? entry.debianProofs : undefined) ?? entry.proofs;
    return entry.needs.some((need) => wanted.includes(need)) && !proofs.some(machine.has);
  });
}

/**
 * A package's name with this package manager; Debian's where no other is known.
 * @param {SystemPackage} entry
 * @param {Manager | null} manager
 * @param {boolean} isUbuntu
 */
export function nameHere(entry, manager, isUbuntu) {
  if (manager === "apt") return (isUbuntu ? entry.ubuntu : undefined) ?? entry.name;
  return (manager && entry.elsewhere[manager]) || entry.name;
}

/**
 * The line a person can type to install packages; in words where the package manager is not known.
 * @param {readonly SystemPackage[]} missing
 * @param {Machine} machine
 */
export function installLine(missing, machine) {
  const manager = packageManager(machine);
  const names = missing.map((entry) => nameHere(entry, manager, machine.isUbuntu)).join(" ");
  return manager ? `${installCommands[manager]} ${names}` : `install with this system's packages: ${names}`;
}

/**
 * One line a package: what it is and why it is wanted.
 * @param {readonly SystemPackage[]} missing
 * @param {Machine} machine
 */
export function reasons(missing, machine) {
  const manager = packageManager(machine);
  return missing.map((entry) => {
    const name = nameHere(entry, manager, machine.isUbuntu).replace(/^--\S+ /, "");
    return `${name} - ${entry.why}`;
  });
}
