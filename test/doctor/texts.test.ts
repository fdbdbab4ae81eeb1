/** The system's own texts, read as facts. */
import { describe, expect, test } from "vitest";
import { answersByName } from "../../server/doctor/look/ask.ts";
import {
  readCgroupMounts,
  readControllers,
  readDistribution,
  readIdRanges,
  readModules,
  readOwnCgroup,
} from "../../server/doctor/look/texts.ts";

test("a distribution has a name and kin", () => {
  const text = `PRETTY_NAME="Ubuntu 24.04.1 LTS"\nNAME="Ubuntu"\nVERSION_ID="24.04"\nID=ubuntu\nID_LIKE="debian linux"\n`;
  expect(readDistribution(text)).toEqual({ name: "Ubuntu 24.04.1 LTS", ids: ["ubuntu", "debian", "linux"] });
  expect(readDistribution("")).toEqual({ name: "an unknown system", ids: [] });
});

test("id ranges are read with their owners, whatever else stands there", () => {
  expect(readIdRanges("ada:100000:65536\n# a note\n\n1001:165536:65536\nbroken:x:1\n")).toEqual([
    { owner: "ada", first: 100_000, count: 65_536 },
    { owner: "1001", first: 165_536, count: 65_536 },
  ]);
});

describe("cgroups", () => {
  const tree = "cgroup2 /sys/fs/cgroup cgroup2 rw,nsdelegate 0 0\n";
  const beside = "cgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0\n";
  const pids = "cgroup /sys/fs/cgroup/pids cgroup rw,pids 0 0\n";
  const both = "cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0\n";

  test.each([
    ["unified", tree, {}],
    ["hybrid", beside + pids, { pids: "/sys/fs/cgroup/pids" }],
    ["v1", both, { cpu: "/sys/fs/cgroup/cpu,cpuacct" }],
    ["none", "", {}],
    ["none", beside, {}],
  ])("are %s by their mounts", (kind, mounts, versionOne) => {
    expect(readCgroupMounts(mounts)).toEqual({ kind, versionOne });
  });

  test("of a process are found by their controller, version 2's by none", () => {
    const own = "8:pids:/user\n2:cpu,cpuacct:/\n0::/user.slice/session-1.scope\n";
    expect(readOwnCgroup(own, "pids")).toBe("/user");
    expect(readOwnCgroup(own, "cpu")).toBe("/");
    expect(readOwnCgroup(own, "")).toBe("/user.slice/session-1.scope");
    expect(readOwnCgroup(own, "memory")).toBe(null);
  });

  test("have some of the controllers that matter", () => {
    expect(readControllers("cpuset cpu io memory hugetlb pids rdma\n")).toEqual(["pids", "memory", "cpu"]);
    expect(readControllers("cpuset cpu_x\n")).toEqual([]);
  });
});

test("modules are on the disk packed or not, with either dash, and built in", () => {
  const text = [
    "kernel/drivers/net/vxlan/vxlan.ko.zst: kernel/net/ipv4/udp_tunnel.ko.zst",
    "kernel/net/sched/sch-netem.ko:",
    "kernel/drivers/net/tun.ko",
  ].join("\n");
  expect(readModules(text, ["vxlan", "sch_netem", "tun", "udp_tunnel", "dummy"])).toEqual([
    "vxlan",
    "sch_netem",
    "tun",
  ]);
});

test("answers are told apart by their names", () => {
  expect(answersByName("veth\tok\nvrf\tError: Unknown device type. \nnoise\n")).toEqual({
    veth: "ok",
    vrf: "Error: Unknown device type.",
  });
});
