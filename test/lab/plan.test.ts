/** A lab's plan: the same value for the same wish, whole, before anything is done. */
import { expect, test } from "vitest";
import { type HostFacts, type LabSite, planLab } from "../../server/lab/index.ts";

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
  cgroupsPath: "/shelldeck/1-2-3",
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

test("a host with its controllers in cgroup2 gets the limits in the bundle, another by its own cgroups", () => {
  const resources = (cgroups: HostFacts["cgroups"]) =>
    planLab({ nodes: ["node1"] }, site, { ...host, cgroups }).containers[0]?.bundle.linux.resources;
  expect(resources("unified")).toMatchObject({
    pids: { limit: 512 },
    memory: { limit: 402_653_184, swap: 402_653_184 },
  });
  expect(resources("hybrid")).toBeUndefined();
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
