/** What the doctor says of machines: what is missing, what for, and the one command that mends it. */
import { describe, expect, test } from "vitest";
import { type Check, type Facts, judge } from "../../server/doctor/index.ts";
import { adas, debian, installBy, packagesWithout } from "./machines.ts";

const apt = installBy("apt-get");
const dnf = installBy("dnf");
const pacman = installBy("pacman");

/** The missing things with what mends them. */
function mending(facts: Facts, install = apt): Record<string, string | null> {
  const missing = judge(facts, install).filter(({ ok }) => ok === false);
  return Object.fromEntries(missing.map(({ id, command, advice }) => [id, command ?? advice]));
}

function named(id: string, facts: Facts): Check | undefined {
  return judge(facts, apt).find((each) => each.id === id);
}

const fedora: Facts = {
  ...adas,
  kernel: "6.17.4-300.fc43.x86_64",
  distribution: { name: "Fedora Linux 43 (Server Edition)", ids: ["fedora"] },
  links: { ...adas.links, netem: "Error: Specified qdisc kind is unknown." },
  cgroups: { ...adas.cgroups, usable: ["pids", "memory"] },
  packages: packagesWithout("netavark", "strace"),
};

const arch: Facts = {
  ...adas,
  kernel: "6.17.1-arch1-1",
  distribution: { name: "Arch Linux", ids: ["arch"] },
  links: { ...adas.links, vxlan: "Error: Unknown device type." },
  modules: { areThere: false, areOthers: true, onDisk: [] },
  versions: { ...adas.versions, crun: null },
  packages: packagesWithout("crun"),
};

const ubuntu: Facts = {
  ...adas,
  kernel: "6.8.0-49-generic",
  distribution: { name: "Ubuntu 24.04.1 LTS", ids: ["ubuntu", "debian"] },
  userNamespaceSettings: {
    "user.max_user_namespaces": 63_000,
    "kernel.unprivileged_userns_clone": 1,
    "kernel.apparmor_restrict_unprivileged_userns": 1,
  },
  userNamespaces: "unshare: write failed /proc/self/uid_map: Operation not permitted",
  idmappedMounts: { tmpfs: null, usr: null },
  links: {},
  nat: { masquerade: null, dnat: null, conntrack: null, nft: null, forwarding: null },
};

describe("a machine that has everything", () => {
  test.each([
    ["root's", debian],
    ["an ordinary user's", adas],
  ])("lacks nothing: %s", (_whose, facts) => {
    expect(mending(facts)).toEqual({});
    expect(judge(facts, apt).every(({ ok }) => ok === true)).toBe(true);
  });

  test("is told to root that an ordinary user is the safer choice", () => {
    expect(named("user", debian)?.found).toBe("root; an ordinary user is the safer choice");
    expect(named("user", adas)?.found).toBe("ada, not root");
  });
});

describe("Fedora", () => {
  test("is told its own package names, where netem is, and how its systemd hands on the processor", () => {
    expect(mending(fedora, dnf)).toEqual({
      "cgroup-cpu": expect.stringMatching(
        /^printf .*Delegate=cpu memory pids.* sudo systemctl daemon-reload$/,
      ),
      "link-netem": "sudo dnf install kernel-modules-extra",
      "program-netavark": "sudo dnf install netavark",
      "program-strace": "sudo dnf install strace",
    });
  });
});

test("Fedora's tc is in a package of its own", () => {
  const links = { ...adas.links, netem: "bash: line 12: tc: command not found" };
  expect(mending({ ...fedora, links }, dnf)).toMatchObject({
    "link-netem": "sudo dnf install iproute iproute-tc",
  });
});

describe("Arch", () => {
  test("is told to start the kernel that it was upgraded to, whose modules it has, and its package", () => {
    expect(mending(arch, pacman)).toEqual({
      "link-vxlan": "sudo reboot",
      "program-crun": "sudo pacman -S --needed crun",
    });
    expect(named("program-crun", arch)?.wanted).toBe("labs");
  });
});

describe("Ubuntu 24.04", () => {
  test("is told of the one setting that forbids namespaces, and is asked nothing that needs them", () => {
    expect(mending(ubuntu)).toEqual({
      "user-namespaces": "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
    });
    const unknown = judge(ubuntu, apt).filter(({ ok }) => ok === null);
    expect(unknown.map(({ id }) => id)).toEqual(
      expect.arrayContaining(["link-bridge", "nat-dnat", "idmapped-tmpfs"]),
    );
  });

  test("gets missing modules by the package of its own kernel", () => {
    const links = { ...adas.links, vxlan: "Error: Unknown device type." };
    expect(mending({ ...adas, kernel: ubuntu.kernel, distribution: ubuntu.distribution, links })).toEqual({
      "link-vxlan": "sudo apt-get install -y linux-modules-extra-6.8.0-49-generic",
    });
  });
});

describe("macOS", () => {
  test("is told that labs need Linux, and nothing else", () => {
    const mac = judge({ ...debian, platform: "darwin", kernel: "24.1.0", arch: "arm64" }, installBy("brew"));
    expect(mac.map(({ id, ok, advice }) => ({ id, ok, advice }))).toEqual([
      {
        id: "linux",
        ok: false,
        advice: "nothing mends that here: run shelldeck in a Linux virtual machine",
      },
    ]);
  });
});

describe("an ordinary user", () => {
  test("without subordinate ids gets a range that nobody has", () => {
    const ranges = [
      { owner: "bob", first: 100_000, count: 65_536 },
      { owner: "eve", first: 165_536, count: 65_536 },
    ];
    const subordinateIds = { users: ranges, groups: ranges };
    expect(mending({ ...adas, subordinateIds, idMapping: null })).toEqual({
      "subordinate-ids": "sudo usermod --add-subuids 231072-296607 --add-subgids 231072-296607 ada",
    });
  });

  test("may have them by number, and too few are none", () => {
    const byNumber = [{ owner: "1000", first: 200_000, count: 65_536 }];
    expect(mending({ ...adas, subordinateIds: { users: byNumber, groups: byNumber } })).toEqual({});
    const few = [{ owner: "ada", first: 200_000, count: 100 }];
    expect(mending({ ...adas, subordinateIds: { users: byNumber, groups: few } })).toHaveProperty(
      "subordinate-ids",
    );
  });

  test("without newuidmap is told its package; with one that is not setuid, what makes it so", () => {
    const gone = "bash: line 3: newuidmap: command not found";
    expect(mending({ ...adas, idMapping: gone })).toEqual({
      "id-mapping": "sudo apt-get install -y --no-install-recommends uidmap",
    });
    expect(mending({ ...adas, idMapping: gone }, dnf)).toEqual({
      "id-mapping": "sudo dnf install shadow-utils",
    });
    const refused = "newuidmap: write to uid_map failed: Operation not permitted";
    expect(mending({ ...adas, idMapping: refused })["id-mapping"]).toMatch(/^sudo chmod u\+s .*newuidmap/);
  });

  test("in a session without systemd's user manager is told how to get one", () => {
    const cgroups: Facts["cgroups"] = { ...adas.cgroups, usable: [], manager: "system" };
    const all = mending({ ...adas, cgroups });
    expect(all).toEqual({
      "cgroup-pids": "sudo loginctl enable-linger ada",
      "cgroup-memory": "sudo loginctl enable-linger ada",
      "cgroup-cpu": "sudo loginctl enable-linger ada",
    });
  });

  test("on a host with version 1 is given cgroups for the shell", () => {
    const cgroups: Facts["cgroups"] = { ...adas.cgroups, kind: "hybrid", usable: [], manager: "none" };
    expect(mending({ ...adas, cgroups })["cgroup-memory"]).toMatch(
      /^for c in pids memory cpu; do sudo mkdir/,
    );
  });

  test("who may not open the tun device is told who may", () => {
    const links = { ...adas.links, tun: "open: Permission denied" };
    expect(mending({ ...adas, links })).toEqual({ "link-tun": "sudo chmod 666 /dev/net/tun" });
  });
});

describe("root", () => {
  test("needs no sudo", () => {
    const userNamespaceSettings = { ...debian.userNamespaceSettings, "user.max_user_namespaces": 0 };
    const facts = { ...debian, userNamespaces: "unshare: No space left on device", userNamespaceSettings };
    expect(mending(facts)["user-namespaces"]).toBe("sysctl -w user.max_user_namespaces=10000");
    const links = { ...debian.links, vxlan: "Error: Unknown device type." };
    const modules = { ...debian.modules, onDisk: ["vxlan"] };
    expect(mending({ ...debian, links, modules })).toEqual({ "link-vxlan": "modprobe vxlan" });
  });

  test("in a container without user namespaces is told that nothing mends that", () => {
    const facts = { ...debian, userNamespaces: "unshare: Operation not permitted" };
    expect(mending(facts)["user-namespaces"]).toMatch(/^nothing mends that here: .*virtual machine$/);
  });

  test("without cgroups may run labs, without limits by lab", () => {
    const cgroups: Facts["cgroups"] = { kind: "none", controllers: [], usable: [], manager: "none" };
    expect(mending({ ...debian, cgroups })).toEqual({
      cgroups: "mount -t cgroup2 cgroup2 /sys/fs/cgroup",
    });
    expect(named("cgroups", { ...debian, cgroups })?.wanted).toBe("limits");
  });

  test("whose kernel lacks a controller is told which one", () => {
    const some: Facts["cgroups"] = {
      ...debian.cgroups,
      controllers: ["pids", "cpu"],
      usable: ["pids", "cpu"],
    };
    expect(mending({ ...debian, cgroups: some })).toEqual({
      "cgroup-memory": "nothing mends that here but a kernel that has it switched on",
    });
  });
});

describe("NAT", () => {
  test("without iptables needs its package, without the kernel's part another kernel", () => {
    const gone = { ...debian.nat, masquerade: "bash: iptables: command not found" };
    expect(mending({ ...debian, nat: gone }, dnf)).toEqual({
      "nat-masquerade": "sudo dnf install iptables-nft",
    });
    const refused = { ...debian.nat, dnat: "Warning: Extension DNAT revision 0 not supported" };
    expect(mending({ ...debian, nat: refused })["nat-dnat"]).toMatch(/^nothing mends that here but a kernel/);
  });
});

describe("container images", () => {
  test("are made by the set-up, once there is Podman", () => {
    expect(mending({ ...debian, imagesBytes: null })).toEqual({ images: "npm run build" });
    const versions = { ...debian.versions, podman: null };
    const packages = packagesWithout("podman");
    expect(mending({ ...debian, imagesBytes: null, versions, packages })).toMatchObject({
      images: "install Podman; npm start then makes them",
    });
  });
});

test.each([
  ["Debian", debian],
  ["an ordinary user's", adas],
  ["Fedora", fedora],
  ["Arch", arch],
  ["Ubuntu", ubuntu],
  ["one with nothing", { ...ubuntu, packages: packagesWithout(...debian.packages.map(({ name }) => name)) }],
])("every missing thing has its consequence and one remedy, and no other has any: %s", (_name, facts) => {
  for (const each of judge(facts, apt)) {
    const remedies = [each.command, each.advice].filter((text) => text !== null && text !== "");
    expect(remedies, each.id).toHaveLength(each.ok === false ? 1 : 0);
    if (each.ok === false) expect(each.without, each.id).not.toBe("");
  }
});

test("names of checks are not given twice", () => {
  const ids = judge(adas, apt).map(({ id }) => id);
  expect(new Set(ids).size).toBe(ids.length);
});
