/** What one lab uses up is not missed by the next. */
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { attack } from "./lab-attack-program.ts";
import { runInLab } from "./lab-run.ts";

let engine: LabEngine;
let lab: Lab;
let neighbour: Lab;

beforeAll(async () => {
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  [lab, neighbour] = await Promise.all([
    engine.create({ nodes: ["node1"] }),
    engine.create({ nodes: ["node1"] }),
  ]);
});
afterAll(() => engine.dispose());

test("a fork bomb stops at 512 processes, also under many users, and its neighbour forks on", async () => {
  const bomb = attack(lab, "forks");
  expect(await runInLab(neighbour, "for n in {1..50}; do sleep 0.1 & done; wait; echo fine")).toBe("fine\n");
  const [count, error] = ((await bomb)[0] ?? "").split(" ");
  expect(error).toBe("EAGAIN");
  expect(Number(count)).toBeGreaterThan(400);
  expect(Number(count)).toBeLessThanOrEqual(512);
});

test("a process that eats memory is killed in its lab, and the lab lives on", async () => {
  const status = await runInLab(lab, `head -c 900M /dev/zero | tail >/dev/null; echo $${"{PIPESTATUS[1]}"}`);
  expect(status).toMatch(/137\n$/);
  expect(await runInLab(lab, "echo alive")).toBe("alive\n");
  expect(await runInLab(neighbour, "echo alive")).toBe("alive\n");
});

test("files in memory count as memory, wherever they are mounted, and cost at most the lab that holds them", async () => {
  const hoarder = await engine.create({ nodes: ["node1"] });
  const script = `mount -t tmpfs -o size=2g none /mnt
    head -c 900M /dev/zero >/mnt/file
    stat -c %s /mnt/file`;
  expect(await runInLab(hoarder, script)).not.toContain(String(900 * 1024 * 1024));
  expect(await runInLab(neighbour, "echo alive")).toBe("alive\n");
  await hoarder.dispose();
});

test("a full disk is the lab's own", async () => {
  expect(await runInLab(lab, "head -c 100M /dev/zero >/tmp/fill; rm /tmp/fill")).toContain(
    "No space left on device",
  );
  const many = "mkdir /tmp/many; cd /tmp/many; touch {1..9000} 2>&1 | tail -1; cd /; rm -r /tmp/many";
  expect(await runInLab(lab, many)).toContain("No space left on device");
});

test("a process has few files, leaves no core, and cannot raise either", async () => {
  expect(await runInLab(lab, "ulimit -Hn; ulimit -Hc")).toBe("4096\n0\n");
  expect(await runInLab(lab, "ulimit -Hn 100000 || ulimit -Hc 1 || echo refused")).toContain("refused\n");
});

test("a lab cannot lift its limits by its cgroups", async () => {
  const script = `mkdir /tmp/cgroup
    for controller in pids memory; do
      mount -t cgroup -o $controller none /tmp/cgroup || mount -t cgroup2 none /tmp/cgroup
      for file in pids.max memory.max memory.limit_in_bytes; do
        [[ -e /tmp/cgroup/$file ]] && echo found && echo 1000000000 >/tmp/cgroup/$file && echo lifted
      done
      umount /tmp/cgroup
    done`;
  const output = await runInLab(lab, script);
  expect(output.match(/^found/gm)?.length).toBeGreaterThanOrEqual(2);
  expect(output).not.toContain("lifted");
});
