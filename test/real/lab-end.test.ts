/** The end of a lab, however it comes, leaves nothing: no process, namespace, mount, cgroup or file. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync, renameSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { createLabEngine, type LabEngine } from "../../server/lab/index.ts";
import { enginesFolder } from "./lab-owner.ts";
import { runInLab } from "./lab-run.ts";
import { LabTerminal } from "./lab-terminal.ts";
import { allNamespaces, namespacesOf, pidsOfSlot, tracesOf, uidSlots } from "./lab-traces.ts";

let engine: LabEngine | null = null;
let server: ChildProcess | null = null;

afterEach(async () => {
  await engine?.dispose();
  engine = null;
  server?.kill("SIGKILL");
  server = null;
});

async function startEngine(): Promise<LabEngine> {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  return engine;
}

/** What is left of an owner's labs once it has had ten seconds to go. */
async function leftOf(ownerPid: number): Promise<string[]> {
  const deadline = Date.now() + 10_000;
  while (tracesOf(ownerPid).length > 0 && Date.now() < deadline) await sleep(20);
  return tracesOf(ownerPid);
}

function expectGone(namespaces: string[], ownerPid = process.pid): void {
  const left = allNamespaces(ownerPid);
  expect(namespaces.filter((name) => left.includes(name.replace(/\D/g, "")))).toEqual([]);
}

test("a lab that is disposed leaves its uid range and nothing else, and its shell ends", async () => {
  const labs = await startEngine();
  const before = tracesOf(process.pid);
  const lab = await labs.create({ nodes: ["node1"] });
  const terminal = await LabTerminal.open(lab, "ab");
  const namespaces = namespacesOf(process.pid);
  expect(namespaces.length).toBeGreaterThanOrEqual(14);
  expect(tracesOf(process.pid).length).toBeGreaterThan(before.length);
  await lab.dispose();
  await lab.ended;
  expect(uidSlots(process.pid)).toEqual([]);
  expect(tracesOf(process.pid)).toEqual(before);
  expectGone(namespaces);
  terminal.close();
});

test("a lab whose user left processes, namespaces, mounts and cgroups behind ends as completely", async () => {
  const labs = await startEngine();
  const before = tracesOf(process.pid);
  const lab = await labs.create({ nodes: ["node1"] });
  await runInLab(
    lab,
    `for n in 1 2 3; do ip netns add ns$n; ip netns exec ns$n sleep 1000 >/dev/null 2>&1 & done
    mount -t tmpfs none /mnt
    mkdir -p /sys/fs/cgroup/a/b/c
    trap '' TERM HUP INT; setsid sleep 1000 >/dev/null 2>&1 &
    unshare --user --map-root-user --pid --fork sleep 1000 >/dev/null 2>&1 &
    setpriv --reuid 1000 --clear-groups sleep 1000 >/dev/null 2>&1 &
    until [[ $(pgrep -c sleep) == 6 ]]; do :; done`,
  );
  const namespaces = namespacesOf(process.pid);
  await lab.dispose();
  expect(tracesOf(process.pid)).toEqual(before);
  expectGone(namespaces);
});

test("disposing twice is one end, and a lab that ended says so", async () => {
  const labs = await startEngine();
  const lab = await labs.create({ nodes: ["node1"] });
  await Promise.all([lab.dispose(), lab.dispose()]);
  expect(() => lab.command("node1", ["true"])).toThrow("lab 2: it has ended");
  await expect(lab.shell("node1", "ab")).rejects.toThrow(
    "start a new lab".replace("start a new lab", "it has ended"),
  );
});

test("a lab ends when one of its nodes does", async () => {
  const labs = await startEngine();
  const before = tracesOf(process.pid);
  const lab = await labs.create({ nodes: ["node1"] });
  const first = uidSlots(process.pid).flatMap((slot) => pidsOfSlot(slot))[0];
  process.kill(Number(first), "SIGKILL");
  await lab.ended;
  expect(tracesOf(process.pid)).toEqual(before);
});

test("the engine's end is the end of all its labs and of its keeper", async () => {
  const labs = await startEngine();
  await Promise.all(Array.from({ length: 6 }, () => labs.create({ nodes: ["node1"] })));
  expect(new Set(uidSlots(process.pid)).size).toBe(6);
  const namespaces = namespacesOf(process.pid);
  await labs.dispose();
  expect(tracesOf(process.pid)).toEqual([]);
  expectGone(namespaces);
  await expect(labs.create({ nodes: ["node1"] })).rejects.toThrow("the lab engine has ended");
});

test("a lab that was asked for while the engine ended is not left behind", async () => {
  const labs = await startEngine();
  const asked = labs.create({ nodes: ["node1"] }).then(
    (lab) => lab.ended,
    () => {},
  );
  await labs.dispose();
  await asked;
  expect(tracesOf(process.pid)).toEqual([]);
});

test("after SIGKILL of the server nothing of its labs is left", async () => {
  server = spawn(process.execPath, ["test/fixtures/lab-holder.mjs", "4"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = server.pid ?? 0;
  if (server.stdout) await once(server.stdout, "data");
  const namespaces = namespacesOf(pid);
  expect(uidSlots(pid)).toHaveLength(4);
  expect(namespaces.length).toBeGreaterThanOrEqual(4 * 14);
  server.kill("SIGKILL");
  expect(await leftOf(pid)).toEqual([]);
  expectGone(namespaces, pid);
});

test("after SIGKILL of server and keeper the processes end all the same, and the next engine removes the rest", async () => {
  server = spawn(process.execPath, ["test/fixtures/lab-holder.mjs", "2"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const pid = server.pid ?? 0;
  if (server.stdout) await once(server.stdout, "data");
  const folder = tracesOf(pid)[0] ?? "";
  const slots = uidSlots(pid);
  const { keeper } = JSON.parse(readFileSync(join(enginesFolder, folder, "leftovers.json"), "utf8"));
  process.kill(Number(keeper.split("-")[0]), "SIGKILL");
  server.kill("SIGKILL");
  await expect.poll(() => slots.flatMap((slot) => pidsOfSlot(slot)), { timeout: 10_000 }).toEqual([]);
  expect(tracesOf(pid)).not.toEqual([]);
  await startEngine();
  expect(await leftOf(pid)).toEqual([]);
});

test("a lab that cannot be made says which, with what, and why, and leaves nothing", async () => {
  const labs = await startEngine();
  const before = tracesOf(process.pid);
  const crunState = join(enginesFolder, before[0] ?? "", "crun");
  renameSync(crunState, `${crunState}-away`);
  writeFileSync(crunState, "");
  const failure = await labs.create({ nodes: ["node1"] }).then(
    () => null,
    (error) => error,
  );
  expect(failure.name).toBe("LabError");
  expect(failure.message).toMatch(/^lab 2: crun [\d.]+: .*(Not a directory|File exists)/i);
  expect(failure.remedy).not.toBe("");
  expect(tracesOf(process.pid)).toEqual(before);
});

test("a node that is not known is refused by name", async () => {
  const labs = await startEngine();
  const failure = await labs.create({ nodes: ["node1", "node9"] }).then(
    () => null,
    (error) => error,
  );
  expect(failure.message).toBe('lab 2: there is no node "node9"');
  expect(failure.remedy).toBe("use node1, node2, remotehost");
  expect(uidSlots(process.pid)).toEqual([]);
});
