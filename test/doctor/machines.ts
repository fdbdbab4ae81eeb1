/** Machines as the doctor would see them: made up, since nobody has them all. */
import type { Facts, Install } from "../../server/doctor/index.ts";
import { installLine } from "../../setup/missing.js";
import { systemPackages } from "../../setup/packages.js";
import { machineWith } from "../setup/machine-stub.ts";

const linkNames = [
  ..."bridge veth vxlan macvlan ipvlan dummy tun".split(" "),
  ..."geneve vrf wireguard netem".split(" "),
];

/** Root's Debian 12 with all that there is. */
export const debian: Facts = {
  platform: "linux",
  arch: "x64",
  kernel: "6.1.0-28-amd64",
  distribution: { name: "Debian GNU/Linux 12 (bookworm)", ids: ["debian"] },
  user: { uid: 0, name: "root" },
  userNamespaceSettings: {
    "user.max_user_namespaces": 63_000,
    "kernel.unprivileged_userns_clone": 1,
    "kernel.apparmor_restrict_unprivileged_userns": null,
  },
  userNamespaces: "ok",
  idmappedMounts: { tmpfs: "ok", usr: "ok" },
  cgroups: {
    kind: "unified",
    controllers: ["pids", "memory", "cpu"],
    usable: ["pids", "memory", "cpu"],
    manager: "system",
  },
  subordinateIds: { users: [], groups: [] },
  idMapping: null,
  links: Object.fromEntries(linkNames.map((name) => [name, "ok"])),
  nat: { masquerade: "ok", dnat: "ok", conntrack: "ok", nft: "ok", forwarding: "ok" },
  modules: { areThere: true, areOthers: false, onDisk: [] },
  versions: { crun: "1.8.1", podman: "4.3.1", iptables: "1.8.9 (nf_tables)" },
  packages: systemPackages.map(({ name, needs, why }) => ({ name, needs, why, isThere: true })),
  chromium: "/usr/bin/chromium",
  imagesBytes: 3 << 20,
};

const ids = [{ owner: "ada", first: 100_000, count: 65_536 }];

/** Ada's, who is not root; her systemd hands on what Debian's does. */
export const adas: Facts = {
  ...debian,
  user: { uid: 1000, name: "ada" },
  cgroups: { ...debian.cgroups, manager: "user" },
  idmappedMounts: { tmpfs: "ok", usr: null },
  subordinateIds: { users: ids, groups: ids },
  idMapping: "ok",
};

/** The packages of a machine without these. */
export function packagesWithout(...missing: string[]): Facts["packages"] {
  return debian.packages.map((each) => ({ ...each, isThere: !missing.includes(each.name) }));
}

/** How one installs where this is the package manager's command. */
export function installBy(manager: string): Install {
  return (names) =>
    installLine(
      systemPackages.filter(({ name }) => names.includes(name)),
      machineWith([manager]),
    );
}
