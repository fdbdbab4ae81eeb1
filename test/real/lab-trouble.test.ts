/** What goes wrong on a host is told with lab, tool, cause and remedy, and leaves nothing. */
import { spawnSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { startTime } from "../../server/lab/apply/engine-folder.ts";
import { ownIds } from "../../server/lab/apply/keeper-ids.ts";
import { createLabEngine, defaultNodeLimits, type LabEngine, LabError } from "../../server/lab/index.ts";
import { enginesFolder, isRoot } from "./lab-owner.ts";
import { runInLab } from "./lab-run.ts";
import { pidsOfSlot, tracesOf, uidSlots } from "./lab-traces.ts";

let folder = "";
let engine: LabEngine | null = null;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "lab-trouble-"));
});
afterEach(async () => {
  vi.useRealTimers();
  await engine?.dispose();
  engine = null;
  await vi.waitFor(() => expect(tracesOf(process.pid)).toEqual([]), { timeout: 2000 });
  rmSync(folder, { recursive: true });
});

/** What an engine of another process says on a machine that was changed for it alone; `setUp`: shell that changes it, with $1 the test's folder. */
function onMachine(setUp: string, ...args: string[]): { reason: string; remedy: string } {
  const script = `${setUp}\nshift\nexec "$@"`;
  const command = [process.execPath, "test/fixtures/lab-engine.mjs", ...args];
  const { stdout, stderr, pid } = spawnSync(
    "unshare",
    ["--mount", "--propagation", "private", "sh", "-c", script, "sh", folder, ...command],
    { encoding: "utf8" },
  );
  expect(tracesOf(pid)).toEqual([]);
  if (stdout === "") throw new Error(stderr);
  return JSON.parse(stdout);
}

/** A program in crun's place. */
const fakeCrun = (program: string) =>
  `printf '#!/bin/sh\\n%s\\n' '${program}' >"$1/crun" && chmod 755 "$1/crun" && mount --bind "$1/crun" /usr/bin/crun || exit`;

test.runIf(isRoot)("without crun labs cannot run, and the user reads how to get it", () => {
  expect(onMachine("mount --bind /dev/null /usr/bin/crun")).toEqual({
    reason: "labs need crun, which is not installed",
    remedy: "on Debian and Ubuntu: apt install crun",
  });
});

test.runIf(isRoot)("a crun that fails is quoted", () => {
  const fails = "echo boom: no such feature >&2; exit 1";
  expect(onMachine(fakeCrun(fails)).reason).toBe(
    "labs cannot start here: crun --version: boom: no such feature",
  );
  const { reason, remedy } = onMachine(
    fakeCrun(`[ "$1" != --version ] || exec echo crun version 9.9; ${fails}`),
  );
  expect(reason).toBe("labs cannot start here: lab 1: crun 9.9: boom: no such feature");
  expect(remedy).toBe("see docs/labs.md for what a lab needs of its host");
});

test.runIf(isRoot)("a crun that only says its version is no reason to wait for ever", () => {
  const { reason } = onMachine(fakeCrun("echo crun version 9.9"));
  expect(reason).toMatch(/^labs cannot start here: lab 1: it ended before it was ready$/);
});

test.runIf(isRoot)(
  "the labs' own programs run though nothing may be run from /run, as on many machines",
  () => {
    const script = `mount -t tmpfs -o mode=755,nosuid,nodev,noexec none /run && exec "$0" "$@"`;
    const inLab =
      "curl -sS http://example.com | head -1; unshare -R /srv/alpine /bin/sh -c 'echo from alpine'";
    const command = [process.execPath, "dist/server/cli.js", "lab", "--", "sh", "-c", inLab];
    const options = ["--mount", "--propagation", "private", "sh", "-c", script, ...command];
    const { stdout, stderr } = spawnSync("unshare", options, { encoding: "utf8" });
    expect(stderr).toBe("");
    expect(stdout).toBe("Hostname: example.com\nfrom alpine\n");
  },
);

const tiny = (size: string) =>
  `mkdir "$1/run" && mount -t tmpfs -o mode=755,size=${size} none "$1/run" || exit`;

test.runIf(isRoot)("no room for the engine: the user reads where", () => {
  const run = join(folder, "run");
  const { reason, remedy } = onMachine(tiny("256k"), run);
  expect(reason).toMatch(/^labs cannot start here: ENOSPC: no space left on device/);
  expect(remedy).toContain(`make room in ${run}`);
});

test.runIf(isRoot)("no room for one more lab: the user reads which and where", () => {
  const run = join(folder, "run");
  const { reason, remedy } = onMachine(tiny("16m"), run, join(run, "fill"));
  expect(reason).toMatch(/^lab 2: ENOSPC: no space left on device/);
  expect(remedy).toContain(`make room in ${run}`);
});

test("a node whose files do not fit dies at its start, and the lab with it", async () => {
  engine = await createLabEngine({ limits: { ...defaultNodeLimits, diskBytes: 64 * 1024 } });
  expect(engine.obstacle?.reason).toMatch(
    /^labs cannot start here: lab 1: crun .*: tar: .*No space left on device/s,
  );
  expect(engine.obstacle?.remedy).toContain("give nodes more room");
});

test("when all uid ranges are in use the next lab says so, and one that ends makes room", async () => {
  const runFolder = join(folder, "run");
  engine = await createLabEngine({ runFolder });
  const holder = `${process.pid}-${startTime(process.pid)}-99`;
  const { slots } = ownIds().pool;
  for (let slot = 0; slot < slots; slot += 1) symlinkSync(holder, join(runFolder, "uids", String(slot)));
  const failure = await engine.create({ nodes: ["node1"] }).catch((error) => error);
  expect(failure).toBeInstanceOf(LabError);
  expect(failure.message).toMatch(new RegExp(`^lab 2: all ${slots} ranges of \\d+ user ids are in use$`));
  expect(failure.remedy).toContain("end other labs");
  rmSync(join(runFolder, "uids", "5"));
  const lab = await engine.create({ nodes: ["node1"] });
  await lab.dispose();
  await engine.dispose();
  engine = null;
  expect(readdirSync(join(runFolder, "uids"))).toHaveLength(slots - 1);
  expect(readdirSync(join(runFolder, "engines"))).toEqual([]);
});

test("a keeper that is killed takes its labs along, and the next lab has a new one", async () => {
  engine = await createLabEngine();
  const lab = await engine.create({ nodes: ["node1"] });
  const pids = uidSlots(process.pid).flatMap(pidsOfSlot);
  expect(pids.length).toBeGreaterThan(0);
  const [name = ""] = tracesOf(process.pid);
  const { keeper } = JSON.parse(readFileSync(join(enginesFolder, name, "leftovers.json"), "utf8"));
  process.kill(Number(keeper.split("-")[0]), "SIGKILL");
  await lab.ended;
  await expect.poll(() => uidSlots(process.pid)).toEqual([]);
  const [one, other] = await Promise.all([
    engine.create({ nodes: ["node1"] }),
    engine.create({ nodes: ["node1"] }),
  ]);
  expect(await runInLab(one, "ping -c1 -W2 8.8.8.8")).toContain("1 received");
  expect(await runInLab(other, "id -u")).toBe("0\n");
});

test("a clock that is set an hour forward or a day back while a lab starts, runs and ends is not noticed", async () => {
  engine = await createLabEngine();
  vi.useFakeTimers({ toFake: ["Date"] });
  for (const jumpMs of [3_600_000, -86_400_000]) {
    const starting = engine.create({ nodes: ["node1"] });
    vi.setSystemTime(Date.now() + jumpMs);
    const lab = await starting;
    expect(await runInLab(lab, "hostname")).toBe("node1\n");
    const ending = lab.dispose();
    vi.setSystemTime(Date.now() - jumpMs);
    await ending;
  }
});

test("somebody else's folder in the run folder's place is not used", async () => {
  const runFolder = join(folder, "open");
  mkdirSync(runFolder, { mode: 0o777 });
  spawnSync("chmod", ["777", runFolder]);
  engine = await createLabEngine({ runFolder });
  expect(engine.obstacle?.reason).toBe(
    `labs cannot start here: ${runFolder} is somebody else's, or others can write in it`,
  );
  expect(readdirSync(runFolder)).toEqual([]);
});
