/** `doctor` on this machine: what it finds is so, a lab runs, and nothing is left of what it asked. */
import { execFileSync, spawnSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import type { Check, LabTrial } from "../../server/doctor/index.ts";
import { TemporaryUser } from "./as-user.ts";
import { isRoot } from "./lab-owner.ts";
import { tracesOf } from "./lab-traces.ts";

const cli = "dist/server/cli.js";
/** In the environment of all that a doctor of these tests starts. */
const mark = `doctor-test-${process.pid}`;

interface Said {
  labs: boolean;
  trial: LabTrial;
  checks: Check[];
}

function doctor(...args: string[]) {
  const env = { ...process.env, SHELLDECK_MARK: mark };
  return spawnSync(process.execPath, [cli, "doctor", ...args], { encoding: "utf8", env });
}

function said(output: string): Said {
  return JSON.parse(output);
}

function find(checks: readonly Check[], id: string): Check | undefined {
  return checks.find((each) => each.id === id);
}

/** What still runs of what was started with a mark in its environment. */
function running(): string[] {
  return readdirSync("/proc").filter((pid) => {
    try {
      return pid !== String(process.pid) && readFileSync(`/proc/${pid}/environ`, "utf8").includes(mark);
    } catch {
      return false;
    }
  });
}

test("a machine that holds labs is found to, with how long one took, and nothing stays of what was asked", () => {
  const { status, stdout, stderr, pid } = doctor("--json");
  expect(running()).toEqual([]);
  expect(tracesOf(pid)).toEqual([]);
  const { labs, trial, checks } = said(stdout);
  const outcome = { status, labs, stderr, problem: trial.problem };
  expect(outcome).toEqual({ status: 0, labs: true, stderr: "", problem: null });
  for (const ms of [trial.startMs, trial.pingMs, trial.endMs]) expect(ms).toBeGreaterThan(0);
  for (const each of checks.filter(({ wanted }) => wanted === "labs")) expect(each.ok, each.id).toBe(true);
});

test("what it says of links and versions is what one finds by hand", () => {
  const { checks } = said(doctor("--json").stdout);
  const byHand = {
    vxlan: "type vxlan id 1 dstport 4789",
    dummy: "type dummy",
    macvlan: "link t0 type macvlan",
    ipvlan: "link t0 type ipvlan",
  };
  for (const [type, words] of Object.entries(byHand)) {
    const script = `ip link add t0 type bridge && ip link add t1 ${words}`;
    const { status } = spawnSync("unshare", ["--user", "--map-root-user", "--net", "sh", "-c", script]);
    expect(find(checks, `link-${type}`)?.ok, type).toBe(status === 0);
  }
  const { stdout } = spawnSync("crun", ["--version"], { encoding: "utf8" });
  expect(stdout).toContain(`crun version ${find(checks, "program-crun")?.found}\n`);
});

test("the table says the same to people", () => {
  const { status, stdout } = doctor();
  expect(status).toBe(0);
  expect(stdout).toMatch(/^This machine\n {2}yes {2}Linux {2,}\S.*, Linux \d/);
  expect(stdout).toMatch(/\n {2}yes {2}crun {2,}\d+\.\d+/);
  expect(stdout).toMatch(/A lab\n {2}yes {2}started, asked 8\.8\.8\.8, ended: ready after \d+ ms/);
});

describe.runIf(isRoot)("an ordinary user", () => {
  let user: TemporaryUser;
  beforeAll(() => {
    user = new TemporaryUser();
  });
  afterAll(() => user.remove());
  const asUser = () => user.run([process.execPath, cli, "doctor", "--json"]);

  test("with subordinate ids holds labs, too, and leaves nothing", async () => {
    const { status, output } = await asUser();
    expect(status, output).toBe(0);
    const { checks, trial } = said(output);
    expect(trial.problem).toBe(null);
    expect(find(checks, "id-mapping")).toMatchObject({ ok: true });
    for (const each of checks.filter(({ group }) => group === "nat")) expect(each.ok, each.found).toBe(true);
    expect(find(checks, "user")?.found).toBe(`${user.name}, not root`);
    const engines = `/tmp/shelldeck-${user.uid}/engines`;
    expect(existsSync(engines) ? readdirSync(engines) : []).toEqual([]);
  });

  test("without them is told the one command that gives some, and with it labs run", async () => {
    for (const [file, option] of [
      ["/etc/subuid", "--del-subuids"],
      ["/etc/subgid", "--del-subgids"],
    ] as const) {
      const line = readFileSync(file, "utf8")
        .split("\n")
        .find((each) => each.startsWith(`${user.name}:`));
      const [, first = 0, count = 0] = line?.split(":").map(Number) ?? [];
      execFileSync("usermod", [option, `${first}-${first + count - 1}`, user.name]);
    }
    const without = await asUser();
    expect(without.status).toBe(1);
    const { labs, trial, checks } = said(without.output);
    expect(labs).toBe(false);
    expect(trial.problem?.reason).toContain("subordinate ids");
    const { command } = find(checks, "subordinate-ids") ?? {};
    const lab = await user.run([process.execPath, cli, "lab", "--", "true"]);
    expect(lab.status).toBe(125);
    expect(lab.output).toMatch(/^lab: .*too few subordinate ids.*: sudo usermod --add-subuids/);
    const [sudo, ...words] = command?.split(" ") ?? [];
    expect([sudo, words[0], words.at(-1)]).toEqual(["sudo", "usermod", user.name]);
    execFileSync(words[0] ?? "", words.slice(1));
    expect((await asUser()).status).toBe(0);
  });
});
