/** A lab's plan: the same value for the same wish, whole, before anything is done. */
import { expect, test } from "vitest";
import { defaultNodeLimits, type HostFacts, type LabSite, planLab } from "../../server/lab/index.ts";
import { subordinateUids } from "../../server/lab/plan/index.ts";

const host: HostFacts = {
  arch: "x64",
  cgroups: "hybrid",
  readsSystemBashrc: true,
  hasBridgeNetfilter: true,
  hasTun: true,
  hasBusybox: true,
};
const site: LabSite = {
  id: "3",
  slot: 7,
  paths: { root: "/run/shelldeck/engines/1-2-3/root", devices: "/run/shelldeck/engines/1-2-3/devices" },
  limits: defaultNodeLimits,
};
const json = (value: unknown) => `${JSON.stringify(value, null, 2)}\n`;

test("a lab of one node is this, whole", async () => {
  await expect(json(planLab({ nodes: ["node1"] }, site, host))).toMatchFileSnapshot(
    "../fixtures/lab/plan-node1.json",
  );
});

test("a lab of all nodes is wired like this", async () => {
  const { wiring } = planLab({ nodes: ["node1", "node2", "remotehost"] }, site, host);
  await expect(json(wiring)).toMatchFileSnapshot("../fixtures/lab/wiring-all-nodes.json");
});

test("every container has the lab's own uid range, namespaces of its own and no new privileges", () => {
  const { containers } = planLab({ nodes: ["node1", "node2"] }, site, host);
  expect(containers.map(({ name }) => name)).toEqual(["internet", "node1", "node2"]);
  for (const { bundle } of containers) {
    const range = [{ containerID: 0, hostID: 0x7000_0000 + 7 * 65_536, size: 65_536 }];
    expect(bundle.linux.uidMappings).toEqual(range);
    expect(bundle.linux.gidMappings).toEqual(range);
    expect(bundle.linux.namespaces).toHaveLength(7);
    expect(bundle.process.noNewPrivileges).toBe(true);
    expect(bundle.root.readonly).toBe(true);
  }
});

test("an ordinary user's lab has a small range that ends with nobody", () => {
  const uids = subordinateUids(65_536);
  const { containers } = planLab({ nodes: ["node1"] }, { ...site, uids }, host);
  for (const { bundle } of containers) {
    expect(bundle.linux.uidMappings).toEqual([
      { containerID: 0, hostID: 1 + 7 * 1024, size: 1023 },
      { containerID: 65_534, hostID: 1 + 7 * 1024 + 1023, size: 1 },
    ]);
  }
});

test("each container's user namespace is made by an id of its own, within the lab's", () => {
  const { containers } = planLab({ nodes: ["node1", "node2"] }, site, host);
  const base = 0x7000_0000 + 7 * 65_536;
  expect(containers.map(({ maker }) => maker)).toEqual([base, base + 1, base + 2]);
});

test("nothing of the host is mounted but the lab's own tunnel device: /usr comes locked with the root", () => {
  const { containers } = planLab({ nodes: ["node1"] }, site, host);
  const binds = containers.flatMap(({ bundle }) => bundle.mounts.filter(({ type }) => type === "bind"));
  expect(new Set(binds.map(({ source }) => source))).toEqual(
    new Set(["/run/shelldeck/engines/1-2-3/devices/tun"]),
  );
});

test("every place that can be written has a size and a number of files", () => {
  const [container] = planLab({ nodes: ["node1"] }, site, host).containers;
  const writable = container?.bundle.mounts.filter(({ type }) => type === "tmpfs") ?? [];
  expect(writable.length).toBeGreaterThan(6);
  for (const { destination, options } of writable) {
    expect([destination, options.join()]).toEqual([
      destination,
      expect.stringMatching(/size=\d+[km].*nr_inodes=\d+/),
    ]);
  }
});

test.each([
  [
    "unified",
    [
      ["pids", "pids.max", "512"],
      ["memory", "memory.max", "402653184"],
      ["memory", "memory.swap.max", "0"],
      ["cpu", "cpu.max", "50000 100000"],
    ],
  ],
  ...(["hybrid", "v1"] as const).map((kind) => [
    kind,
    [
      ["pids", "pids.max", "512"],
      ["memory", "memory.limit_in_bytes", "402653184"],
      ["memory", "memory.memsw.limit_in_bytes", "402653184"],
      ["cpu", "cpu.cfs_period_us", "100000"],
      ["cpu", "cpu.cfs_quota_us", "50000"],
    ],
  ]),
  ["none", []],
] as [HostFacts["cgroups"], string[][]][])(
  "with %s cgroups a node's limits are written like this",
  (cgroups, written) => {
    const limits = { ...defaultNodeLimits, cpus: 0.5 };
    const { cgroup } = planLab({ nodes: ["node1"] }, { ...site, limits }, { ...host, cgroups });
    expect(cgroup.map(({ controller, file, value }) => [controller, file, value])).toEqual(written);
  },
);

test("every process has its limits, and where no cgroup bounds memory, one for that too", () => {
  const limits = { ...defaultNodeLimits, openFiles: 200, processes: 50, memoryBytes: 1000 };
  const types = (cgroups: HostFacts["cgroups"]) =>
    planLab({ nodes: ["node1"] }, { ...site, limits }, { ...host, cgroups }).rlimits.map(
      ({ type, soft, hard }) => `${type} ${soft} ${hard}`,
    );
  const usual = ["RLIMIT_NOFILE 200 200", "RLIMIT_NPROC 50 50", "RLIMIT_CORE 1 1"];
  expect(types("unified")).toEqual(usual);
  expect(types("none")).toEqual([...usual, "RLIMIT_DATA 1000 1000"]);
});

test("what a host does not have is not asked of it", () => {
  const bare = { ...host, hasTun: false, hasBridgeNetfilter: false, readsSystemBashrc: false };
  const [, node] = planLab({ nodes: ["node1"] }, site, bare).containers;
  expect(node?.bundle.mounts.filter(({ type }) => type === "bind")).toEqual([]);
  expect(Object.keys(node?.bundle.linux.sysctl ?? {}).filter((name) => name.includes("bridge"))).toEqual([]);
  expect(node?.files.find(({ path }) => path === "root/.bashrc")).toMatchObject({
    content: ". /etc/bash.bashrc\n",
  });
});

test.each([
  [[], "lab 3: it has no nodes"],
  [["node1", "node9"], 'lab 3: there is no node "node9"'],
  [["internet"], 'lab 3: there is no node "internet"'],
  [["node1", "node1"], "lab 3: a node is named twice in node1, node1"],
])("nodes %j cannot be: %s", (nodes, message) => {
  expect(() => planLab({ nodes }, site, host)).toThrow(message);
});
