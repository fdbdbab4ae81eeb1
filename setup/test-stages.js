/** The stages of npm test. */
import { existsSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { ensureImages } from "./images.js";
import { build } from "./prepare.js";
import { run } from "./run.js";
import { say, sayFailure } from "./say.js";
import { tallyVitest } from "./tally.js";
import { client, server } from "./targets.js";

/** @typedef {import("./tally.js").Tally} Tally */
/** @typedef {{ name: string, check: () => Promise<boolean> }} Stage */

/** What a lab may take to be gone after its server. */
const leftoverPatienceMs = 3000;
const leftoverPauseMs = 100;

/** @param {string} name */
const heading = (name) => process.stdout.write(`\n=== ${name} ===\n`);

/**
 * The checks that need no test to run.
 * @param {string} root
 * @returns {Stage[]}
 */
export function staticStages(root) {
  /** @param {string[]} args */
  const node = async (...args) => (await run({ file: process.execPath, args, cwd: root })) === 0;
  return [
    { name: "types", check: () => node("node_modules/typescript/bin/tsc", "-p", "tsconfig.json") },
    {
      name: "lint",
      check: () => node("node_modules/@biomejs/biome/bin/biome", "check", "--error-on-warnings", "."),
    },
    { name: "shellcheck", check: () => shellcheck(root) },
    { name: "build", check: () => build([server, client], root).then(() => true) },
    { name: "images", check: () => ensureImages(root) },
  ];
}

/** @param {string} root */
async function shellcheck(root) {
  const demos = join(root, "demos");
  const scripts = existsSync(demos) ? readdirSync(demos).filter((name) => name.endsWith(".sh")) : [];
  const args = [".ci/run", ...scripts.map((name) => `demos/${name}`)];
  const status = await run({ file: "shellcheck", args, cwd: root });
  if (status === 127) say("shellcheck is not installed");
  return status === 0;
}

/**
 * Runs one stage; what it throws counts as its failure.
 * @param {Stage} stage
 * @returns {Promise<Tally>}
 */
export async function runStage({ name, check }) {
  heading(name);
  const isPassed = await check().catch((error) => {
    sayFailure(error);
    return false;
  });
  process.stdout.write(`${name}: ${isPassed ? "passed" : "failed"}\n`);
  return isPassed ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 };
}

/**
 * Runs vitest and counts its tests; with arguments on an up-to-date build.
 * @param {string} root
 * @param {readonly string[]} args
 * @returns {Promise<Tally>}
 */
export async function runVitest(root, args) {
  if (args.length > 0) {
    await build([server, client], root);
    await ensureImages(root);
  }
  heading("tests");
  const report = join(root, ".cache/vitest.json");
  rmSync(report, { force: true });
  const reporters = ["--reporter=default", "--reporter=json", `--outputFile.json=${report}`];
  const status = await run({
    file: process.execPath,
    args: ["node_modules/vitest/vitest.mjs", "run", ...reporters, ...args],
    cwd: root,
  });
  return tallyVitest(existsSync(report) ? JSON.parse(readFileSync(report, "utf8")) : null, status);
}

/**
 * Checks that the run left nothing on the machine.
 * @param {() => string[]} look
 */
export function runLeftoverStage(look) {
  return runStage({
    name: "nothing left over",
    async check() {
      let left = look();
      for (let waitedMs = 0; left.length > 0 && waitedMs < leftoverPatienceMs; waitedMs += leftoverPauseMs) {
        await sleep(leftoverPauseMs);
        left = look();
      }
      for (const trace of left) say(`left over: ${trace}`);
      return left.length === 0;
    },
  });
}
