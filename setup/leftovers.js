/** What a test run leaves on a machine when it does not end well: its processes, and what labs hold. */
import { readdirSync, readFileSync, readlinkSync } from "node:fs";
import { basename, join } from "node:path";

/** Set in the environment of a test run; what still has it when the run has ended is left over. */
export const testRunVariable = "SHELLDECK_TEST_RUN";

/** The first uid of the labs' ranges; nobody else has such ids. */
const firstLabUid = 0x70000000;

/** Where engines keep what they hold: root's, and those of ordinary users with and without a run folder of their own. */
const runFolder = /^\/(?:run\/shelldeck|run\/user\/\d+\/shelldeck|tmp\/shelldeck-\d+)(?=$|\/)/;

/** A keeper's command line holds a whole script; this much of it tells what it is, in characters. */
const shownLength = 120;

/** Engines' cgroups are not deeper than this. */
const cgroupDepth = 5;

/**
 * A thing on the machine, in words, and the lab engine (`PID-STARTTIME-N` of its server) that holds it, if any is named.
 * @typedef {{ text: string, engine: string | null }} Trace
 */

/**
 * What is there after and was not before; what a living server holds is no leftover.
 * @param {readonly Trace[]} before
 * @param {readonly Trace[]} after
 * @param {(engine: string) => boolean} lives whether an engine's server still runs
 */
export function leftOver(before, after, lives) {
  const known = new Set(before.map((trace) => trace.text));
  return after
    .filter(({ text, engine }) => !known.has(text) && !(engine && lives(engine)))
    .map(({ text }) => text);
}

/**
 * The engine that a path, a cgroup or a command line is about, or null.
 * @param {string} text
 */
export function engineOf(text) {
  return /shelldeck(?:(?:-\d+)?\/(?:engines\/|uids\/\d+ -> )|[/-])(\d+-\d+-\d+)/.exec(text)?.[1] ?? null;
}

/**
 * Whether a process is of a test run, or holds a lab, or is in one. Labs of ordinary users have the users' own subordinate ids, and
 * perhaps no cgroup: their root file system tells.
 * @param {{ uid: number, argv: string[], cgroup: string, root: string, environment: string }} process `root`: what is mounted at its /
 */
export function isOurs({ uid, argv, cgroup, root, environment }) {
  return (
    environment.includes(`${testRunVariable}=`) ||
    uid >= firstLabUid ||
    basename(argv[0] ?? "") === "crun" ||
    argv.some((word) => runFolder.test(word)) ||
    engineOf(cgroup) !== null ||
    engineOf(root) !== null
  );
}

/**
 * Every trace of test runs and labs on this machine now; none where there is no /proc.
 * @returns {Trace[]}
 */
export function readTraces() {
  const things = [
    ...runFolders().flatMap(list).flatMap(list).map(withTarget),
    ...list("/run/netns"),
    ...labMounts(read("/proc/self/mountinfo")).map((path) => `mount ${path}`),
    ...labCgroups("/sys/fs/cgroup", cgroupDepth).map((path) => `cgroup ${path}`),
  ];
  const processes = list("/proc").filter((path) => /^\/proc\/\d+$/.test(path));
  return [...things.map((text) => ({ text, engine: engineOf(text) })), ...processes.flatMap(processTrace)];
}

/**
 * Whether the server of an engine still runs.
 * @param {string} engine
 */
export function engineLives(engine) {
  const [pid, started] = engine.split("-");
  const status = read(`/proc/${pid}/stat`);
  return status.slice(status.lastIndexOf(")") + 2).split(" ")[19] === started;
}

/**
 * Paths of the mounts in a mountinfo table that are labs'.
 * @param {string} mountinfo text of /proc/self/mountinfo
 */
export function labMounts(mountinfo) {
  const paths = mountinfo.split("\n").map((line) => line.split(" ")[4] ?? "");
  return paths.filter((path) => runFolder.test(path));
}

/**
 * What is mounted at the root of a mountinfo table: the path in its own file system.
 * @param {string} mountinfo text of /proc/PID/mountinfo
 */
export function rootMount(mountinfo) {
  const rows = mountinfo.split("\n").map((line) => line.split(" "));
  return rows.find((row) => row[4] === "/")?.[3] ?? "";
}

function runFolders() {
  const users = list("/run/user").map((path) => join(path, "shelldeck"));
  return ["/run/shelldeck", ...users, ...list("/tmp").filter((path) => runFolder.test(path))];
}

/**
 * Cgroups named after engines, with what is in them.
 * @param {string} folder
 * @param {number} depth
 * @returns {string[]}
 */
function labCgroups(folder, depth) {
  if (depth === 0) return [];
  return folders(folder).flatMap((path) => (engineOf(path) ? [path] : labCgroups(path, depth - 1)));
}

/**
 * @param {string} path of a process in /proc
 * @returns {Trace[]}
 */
function processTrace(path) {
  const argv = read(join(path, "cmdline")).split("\0").filter(Boolean);
  const process = {
    argv,
    uid: Number(/^Uid:\s+(\d+)/m.exec(read(join(path, "status")))?.[1] ?? 0),
    cgroup: read(join(path, "cgroup")),
    root: rootMount(read(join(path, "mountinfo"))),
    environment: read(join(path, "environ")),
  };
  if (argv.length === 0 || !isOurs(process)) return [];
  const command = argv.join(" ").replace(/\s+/g, " ");
  const engine = engineOf(`${process.cgroup} ${process.root} ${command}`);
  return [{ text: `process ${basename(path)}: ${command.slice(0, shownLength)}`, engine }];
}

/** @param {string} path */
function withTarget(path) {
  try {
    return `${path} -> ${readlinkSync(path)}`;
  } catch {
    return path;
  }
}

/** @param {string} path */
function read(path) {
  try {
    return readFileSync(path, "utf8");
  } catch {
    return "";
  }
}

/** @param {string} folder */
function list(folder) {
  return entries(folder).map(({ name }) => join(folder, name));
}

/** @param {string} folder */
function folders(folder) {
  return entries(folder)
    .filter((entry) => entry.isDirectory())
    .map(({ name }) => join(folder, name));
}

/** @param {string} folder */
function entries(folder) {
  try {
    return readdirSync(folder, { withFileTypes: true });
  } catch {
    return [];
  }
}
