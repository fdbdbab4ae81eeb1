/** What one lab uses up is not missed by another: its terminal echoes as before, and it still gets what it needs. */
import { spawn, spawnSync } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../../server/lab/index.ts";
import { hasCgroups } from "../../real/lab-owner.ts";
import { EchoingTerminal, percentile99 } from "./echo.ts";
import { type Exhaustion, exhaustions } from "./exhaustion.ts";
import { perlModule } from "./perl-module.ts";

/** What a person takes for at once. A machine that is busy with other things gets twice what it needs without the attempt, and three tries. */
const echoMs = 50;
const keys = 100;

/** How long an attempt may take to come to its bound before its neighbour's keys are counted all the same. */
const rampMs = 2500;

/** How long a script may take to end when its input has closed. */
const endMs = 1000;

let engine: LabEngine;
let neighbour: Lab;
let terminal: EchoingTerminal;

beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  neighbour = await engine.create({ nodes: ["node1"] });
  terminal = await EchoingTerminal.open(neighbour);
});
afterAll(async () => {
  terminal?.close();
  await engine?.dispose();
});

test.each(exhaustions.map((attempt): [string, Exhaustion] => [attempt.what, attempt]))(
  "%s of one lab are not missed by the next",
  { retry: 2 },
  async (_, attempt) => {
    if (attempt.byCgroups && !hasCgroups(engine))
      return console.log(`not tried: no cgroup of this user's bounds ${attempt.what} here`);
    const lab = await engine.create({ nodes: ["node1"] });
    try {
      const attack = start(lab, attempt.script);
      const started = performance.now();
      let held = 0;
      const times = await terminal.type((count) => {
        if (!held && (attack.isHolding() || performance.now() - started > rampMs)) held = count + 1;
        return held > 0 && count >= held + keys;
      });
      const p99 = percentile99(times);
      console.log(
        `tried: ${attempt.tries}\nbounded by: ${attempt.stoppedBy}\necho p99: ${p99.toFixed(1)} ms in ${times.length} keys`,
      );
      if (attempt.neighbour) expect(await start(neighbour, attempt.neighbour).end()).toContain("fine");
      if (attempt.alsoOnHost) expect(onHost(attempt.neighbour ?? "")).toContain("fine");
      expect(await attack.end()).toMatch(attempt.bound);
      await lab.dispose();
      const allowedMs = p99 < echoMs ? echoMs : Math.max(echoMs, 2 * (await usualEchoMs()));
      expect(p99).toBeLessThan(allowedMs);
    } finally {
      await lab.dispose();
    }
  },
);

/** With nothing in the way but what else this machine does. */
const usualEchoMs = async () => percentile99(await terminal.type((count) => count >= keys));

const library = `cat >/tmp/Try.pm <<'END OF MODULE'\n${perlModule()}\nEND OF MODULE\nexport PERL5LIB=/tmp`;

function start(lab: Lab, script: string) {
  const { file, args, env } = lab.command("node1", ["bash", "-c", `exec 2>&1\n${library}\n${script}`]);
  const child = spawn(file, args, { env });
  let said = "";
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    said += text;
  });
  child.stdin.on("error", () => {});
  return {
    isHolding: () => child.exitCode !== null || /^holding$/m.test(said),
    /** Closes its input and gives all it said; what does not end by itself ends with its lab. */
    async end() {
      child.stdin.end();
      await Promise.race([once(child, "close"), sleep(endMs)]);
      return said;
    },
  };
}

function onHost(script: string): string {
  return spawnSync("bash", ["-c", `cd $(mktemp -d); ${library.replaceAll("/tmp", ".")}\n${script}`], {
    encoding: "utf8",
  }).stdout;
}
