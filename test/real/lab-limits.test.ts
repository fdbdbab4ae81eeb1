/** What one lab uses up is not missed by the next. */
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createLabEngine, defaultNodeLimits, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { attack } from "./lab-attack-program.ts";
import { hasCgroups } from "./lab-owner.ts";
import { runInLab } from "./lab-run.ts";
import { cgroups } from "./lab-traces.ts";

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

test("a process that eats memory is stopped in its lab, and the lab lives on", async () => {
  const status = await runInLab(lab, `head -c 900M /dev/zero | tail >/dev/null; echo $${"{PIPESTATUS[1]}"}`);
  // Without cgroups it is not killed, but gets no more than a node may have.
  expect(status).toMatch(hasCgroups(engine) ? /137\n$/ : /tail: memory exhausted\n1\n$/);
  expect(await runInLab(lab, "echo alive")).toBe("alive\n");
  expect(await runInLab(neighbour, "echo alive")).toBe("alive\n");
});

test("files in memory count as memory, wherever they are mounted, and cost at most the lab that holds them", async ({
  skip,
}) => {
  skip(!hasCgroups(engine), "no cgroup of this user's bounds memory here");
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
  expect(output.match(/^found/gm)?.length).toBeGreaterThanOrEqual(hasCgroups(engine) ? 2 : 0);
  expect(output).not.toContain("lifted");
  expect(await runInLab(lab, "mkdir /sys/fs/cgroup/more && echo made")).not.toContain("made");
});

test("a node makes 64 namespaces of a kind, whoever in it makes them and however deep, and its neighbour as many", async () => {
  const greedy = await engine.create({ nodes: ["node1"] });
  const script = `ulimit -n 1024
    made=0
    for n in {1..70}; do
      # Each is held by a process of another user, so that no user has many.
      coproc setpriv --reuid $n --clear-groups --inh-caps=+sys_admin --ambient-caps=+sys_admin unshare --net sh -c 'echo; read -r _'
      if read -r _ <&$${"{COPROC[0]}"}; then made=$((made + 1)); fi
      eval "exec $((20 + n))>&$${"{COPROC[1]}"}"
    done 2>/dev/null
    echo $made`;
  const nested = "unshare --user --map-root-user unshare --user --map-root-user unshare --net echo nested";
  const output = await runInLab(greedy, `${script}\n${nested}\ntrue`);
  expect(output).toMatch(/^64\n/);
  expect(output).toContain("No space left on device");
  expect(output).not.toContain("nested");
  expect(await runInLab(neighbour, nested)).toBe("nested\n");
  await greedy.dispose();
});

test("root in a lab cannot raise its number of namespaces, and its processes go before the host's when memory is short", async () => {
  const output = await runInLab(
    lab,
    `for file in /proc/sys/user/*; do echo 1000000 >$file && echo raised; done
    cat /proc/self/oom_score_adj /proc/1/oom_score_adj
    echo -1 >/proc/self/oom_score_adj && echo lowered`,
  );
  expect(output).not.toMatch(/raised|lowered/);
  expect(output).toContain("500\n500\n");
});

test("the engine's settings are a node's limits", async ({ skip }) => {
  const MiB = 1024 * 1024;
  const limits = {
    ...defaultNodeLimits,
    ...{ processes: 64, memoryBytes: 64 * MiB, cpus: 0.1, diskBytes: 16 * MiB, inodes: 4096, openFiles: 100 },
  };
  const small = await createLabEngine({ limits });
  const node = await small.create({ nodes: ["node1"] });
  expect(await runInLab(node, "ulimit -Hn; ulimit -Hu")).toBe("100\n64\n");
  expect(await runInLab(node, "head -c 8M /dev/zero >/tmp/fill; rm /tmp/fill")).toContain(
    "No space left on device",
  );
  const count = Number(((await attack(node, "forks"))[0] ?? "").split(" ")[0]);
  expect(count).toBeLessThanOrEqual(64);
  skip(!hasCgroups(small), "no cgroup of this user's bounds processor time here");
  await runInLab(node, "timeout 0.5 bash -c 'while :; do :; done'");
  const folders = cgroups(process.pid).filter((path) => path.endsWith("node1"));
  const throttled = folders.flatMap((path) => {
    const stat = join(path, "cpu.stat");
    return existsSync(stat) ? [/nr_throttled (\d+)/.exec(readFileSync(stat, "utf8"))?.[1]] : [];
  });
  expect(throttled.some((times) => Number(times) > 0)).toBe(true);
  await small.dispose();
});
