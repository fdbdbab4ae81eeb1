/** The runtime starts processes and terminals in a lab whose root lies in wait for it. */

import { setTimeout as sleep } from "node:timers/promises";
import { type IPty, spawn as spawnOnTerminal } from "node-pty";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../../server/lab/index.ts";
import { runInLab } from "../../real/lab-run.ts";
import { type Attempt, judge } from "./attempt.ts";
import { runtime } from "./families/runtime.ts";
import { hostState } from "./host-state.ts";
import { perlModule } from "./perl-module.ts";
import { prepareTarget, type Target } from "./target.ts";

let engine: LabEngine;
let target: Target;
let neighbour: Lab;
beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  neighbour = await engine.create({ nodes: ["node1"] });
  target = await prepareTarget(true);
});
afterAll(async () => {
  await target?.dispose();
  await engine?.dispose();
});

test.concurrent.each(runtime.attempts.map((attempt): [string, Attempt] => [attempt.tries, attempt]))(
  "%s",
  async (_, attempt) => {
    const lab = await engine.create({ nodes: ["node1"] });
    const before = hostState();
    const said = runInLab(lab, `${environment()}\n${attempt.script}`);
    await startProcesses(lab);
    const outcome = judge(attempt, await said);
    expect(outcome).toEqual({ ...outcome, won: false, wasStopped: true });
    expect(hostState()).toEqual(before);
    expect(await runInLab(neighbour, "echo alive")).toBe("alive\n");
    await lab.dispose();
  },
);

/**
 * For a second and a half: commands, a program that the lab may have put there, and terminals that change their size. One that the lab holds up
 * is not waited for: it ends with the lab.
 */
async function startProcesses(lab: Lab): Promise<void> {
  const end = performance.now() + 1500;
  while (performance.now() < end) {
    const { file, args, env } = await lab.shell("node1", "ab");
    const terminal = spawnOnTerminal(file, args, { env, cols: 80, rows: 24 });
    await Promise.race([Promise.all([runInLab(lab, "true"), runInLab(lab, "/tmp/trick")]), sleep(500)]);
    resize(terminal);
    await sleep(50);
    terminal.kill("SIGKILL");
  }
}

/** A terminal that the lab has ended already has no size. */
function resize(terminal: IPty): void {
  try {
    terminal.resize(90, 30);
  } catch (error) {
    if (!/EBADF|ENOTTY/.test(String(error))) throw error;
  }
}

function environment(): string {
  const exports = Object.entries(target.environment).map(([name, value]) => `export ${name}='${value}'`);
  const module = `mkdir -p /run/perl; cat >/run/perl/Try.pm <<'END OF MODULE'\n${perlModule()}\nEND OF MODULE`;
  return [...exports, module, "export PERL5LIB=/run/perl", "won() { echo won $*; }"].join("\n");
}
