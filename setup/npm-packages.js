/** Installs the npm packages with `npm ci` when what is installed is not what is locked. */
import { existsSync, readFileSync, realpathSync, writeFileSync } from "node:fs";
import { basename, dirname, join } from "node:path";
import { hashText } from "./fingerprint.js";
import { isInstalled } from "./lockfile.js";
import { excerpt, run, runLogged } from "./run.js";
import { SetupError, say } from "./say.js";

/**
 * What must be the same for installed packages to serve: the locked versions, and the Node.js that native code was built for.
 * @param {string} lockfile text of package-lock.json
 * @param {{ versions: { modules: string }, platform: string, arch: string }} node
 */
export function npmStamp(lockfile, { versions, platform, arch } = process) {
  return `${hashText(lockfile)} ${platform}-${arch} abi ${versions.modules}`;
}

/**
 * Whether Node's own headers beside it are those of this version, so that a native build needs no download.
 * @param {string} header text of node_version.h
 * @param {string} version such as "20.19.0"
 */
export function headersFit(header, version) {
  const numbers = ["MAJOR", "MINOR", "PATCH"].map(
    (part) => new RegExp(`#define NODE_${part}_VERSION (\\d+)`).exec(header)?.[1],
  );
  return numbers.join(".") === version;
}

/**
 * The environment for `npm ci`.
 * @param {NodeJS.ProcessEnv} env
 * @returns {NodeJS.ProcessEnv}
 */
function npmEnvironment(env, execPath = process.execPath, version = process.versions.node) {
  const prefix = dirname(dirname(realpathSync(execPath)));
  const header = join(prefix, "include/node/node_version.h");
  const fits = existsSync(header) && headersFit(readFileSync(header, "utf8"), version);
  return fits ? { npm_config_nodedir: prefix, ...env } : env;
}

/**
 * The npm that started this process, else the one in PATH.
 * @param {NodeJS.ProcessEnv} env
 * @returns {{ file: string, args: string[] }}
 */
export function npmCommand(env) {
  const script = env.npm_execpath ?? "";
  if (/^npm-cli\.c?js$/.test(basename(script))) return { file: process.execPath, args: [script] };
  return { file: "npm", args: [] };
}

/** @param {string} root */
async function nodePtyLoads(root) {
  const program = { file: process.execPath, args: ["-e", "require('node-pty')"], cwd: root };
  return (await run(program, "ignore")) === 0;
}

/** @param {string} root */
const stampFile = (root) => join(root, "node_modules/.shelldeck-stamp");

/**
 * Whether the installed packages serve; packages that were installed by hand are recognised.
 * @param {string} root
 */
export async function npmPackagesAreReady(root) {
  const lockfile = readFileSync(join(root, "package-lock.json"), "utf8");
  const stamp = npmStamp(lockfile);
  if (existsSync(stampFile(root)) && readFileSync(stampFile(root), "utf8") === stamp) return true;
  const installed = join(root, "node_modules/.package-lock.json");
  if (!existsSync(installed)) return false;
  const isSame = isInstalled(JSON.parse(lockfile), JSON.parse(readFileSync(installed, "utf8")));
  if (!isSame || !(await nodePtyLoads(root))) return false;
  writeFileSync(stampFile(root), stamp);
  return true;
}

/**
 * Installs the locked npm packages; throws a SetupError when that fails.
 * @param {string} root
 */
export async function installNpmPackages(root) {
  const lockfile = readFileSync(join(root, "package-lock.json"), "utf8");
  say("Installing npm packages (npm ci) ...");
  const npm = npmCommand(process.env);
  const result = await runLogged("npm-ci", {
    file: npm.file,
    args: [...npm.args, "ci", "--include=dev", "--no-audit", "--no-fund", "--loglevel=warn"],
    cwd: root,
    env: npmEnvironment(process.env),
  });
  if (result.status !== 0) {
    throw new SetupError(
      `${excerpt(result.text)}\nnpm ci failed with status ${result.status} (its log: ${result.log})`,
      "Check the network and npm's registry settings; building node-pty needs python3, make and a C++ compiler.",
    );
  }
  if (!(await nodePtyLoads(root))) {
    throw new SetupError(
      "node-pty, which gives the terminals, was installed but does not load",
      "Its build may have been skipped (npm's ignore-scripts): npm rebuild node-pty --ignore-scripts=false",
    );
  }
  writeFileSync(stampFile(root), npmStamp(lockfile));
}
