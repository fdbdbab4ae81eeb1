/** Looks at this machine: what a plan needs to know of it, and whether it can run labs at all. */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from "node:fs";
import { join } from "node:path";
import type { Obstacle } from "../../protocol.ts";
import type { HostFacts, LabFile } from "../plan/index.ts";

/** Programs of the host that labs are made with. */
const tools = ["bash", "crun", "find", "ip", "mount", "nsenter", "tar", "unshare"];

/** Where tools are looked for even when PATH is a user's. */
const systemPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** Files and folders of /etc that are the same on every machine of a distribution. */
const copiedFromEtc = [
  "protocols",
  "services",
  "rpc",
  "ethertypes",
  "ld.so.cache",
  "iproute2",
  "inputrc",
  "gai.conf",
];

export const busyboxPath = "/usr/bin/busybox";

/** PATH for every program that the engine starts. */
export const toolPath = systemPath.join(":");

/** Why labs cannot run here, or null; looks at the cheap things, and starting the engine shows the rest. */
export function findObstacle(platform = process.platform, uid = process.getuid?.() ?? -1): Obstacle | null {
  if (platform !== "linux") {
    return {
      reason: `labs need Linux, and this is ${platform}`,
      remedy: "run shelldeck in a Linux virtual machine",
    };
  }
  const missing = tools.filter((tool) => !systemPath.some((folder) => isExecutable(join(folder, tool))));
  if (missing.length > 0) {
    return {
      reason: `labs need ${missing.join(", ")}, which ${missing.length > 1 ? "are" : "is"} not installed`,
      remedy: "on Debian and Ubuntu: apt install crun iproute2 util-linux tar bash",
    };
  }
  if (uid !== 0) {
    return {
      reason: `labs need root, and this is user ${uid}`,
      remedy: "start shelldeck as root, for example with sudo",
    };
  }
  if (!existsSync("/proc/self/ns/user") || readNumber("/proc/sys/user/max_user_namespaces") === 0) {
    return {
      reason: "this kernel gives no user namespaces",
      remedy: "sysctl -w user.max_user_namespaces=10000",
    };
  }
  if (cgroups() === null) {
    return {
      reason: "no cgroup2 file system is mounted",
      remedy: "mount one at /sys/fs/cgroup, or boot with systemd.unified_cgroup_hierarchy=1",
    };
  }
  if (!lstatSync("/bin").isSymbolicLink()) {
    return {
      reason: "/bin is not a link into /usr on this machine",
      remedy: "merge /usr, as Debian's package usrmerge does",
    };
  }
  return null;
}

/** Facts for the planner; call it only where there is no obstacle. */
export function hostFacts(): HostFacts {
  return {
    arch: process.arch,
    cgroups: cgroups() ?? "hybrid",
    readsSystemBashrc: existsSync("/etc/bash.bashrc"),
    hasBridgeNetfilter: existsSync("/proc/sys/net/bridge/bridge-nf-call-iptables"),
    hasTun: existsSync("/dev/net/tun"),
    hasBusybox: existsSync(busyboxPath),
  };
}

/** Files of /etc that every node gets a copy of; nothing in them names this machine or its users. */
export function hostEtcFiles(): LabFile[] {
  return [...copiedFromEtc.flatMap(copy), ...alternatives()];
}

/** Links at the top of the host's root that lead into /usr: bin, sbin, lib and their like. */
export function linksIntoUsr(): { name: string; target: string }[] {
  return readdirSync("/", { withFileTypes: true })
    .filter((file) => file.isSymbolicLink())
    .map(({ name }) => ({ name, target: readlinkSync(join("/", name)) }))
    .filter(({ target }) => /^\/?usr\//.test(target));
}

function cgroups(): HostFacts["cgroups"] | null {
  const mount = cgroup2Mount();
  if (mount === null) return null;
  return mount === "/sys/fs/cgroup" ? "unified" : "hybrid";
}

/** Where the host has its cgroup2 tree; null where it has none. */
export function cgroup2Mount(): string | null {
  const mounts = readFileSync("/proc/self/mounts", "utf8")
    .split("\n")
    .map((line) => line.split(" "));
  const paths = mounts.flatMap(([, path, type]) => (type === "cgroup2" && path ? [path] : []));
  return paths.find((path) => path === "/sys/fs/cgroup") ?? paths[0] ?? null;
}

function copy(name: string): LabFile[] {
  const path = join("/etc", name);
  const stat = lstatSync(path, { throwIfNoEntry: false });
  if (stat?.isFile()) return [{ path: `etc/${name}`, kind: "file", content: readFileSync(path) }];
  if (stat?.isDirectory()) {
    return [
      { path: `etc/${name}`, kind: "folder" },
      ...readdirSync(path).flatMap((child) => copy(`${name}/${child}`)),
    ];
  }
  return [];
}

/** Debian's choices between programs, such as iptables for iptables-nft; without them the commands' names lead nowhere. */
function alternatives(): LabFile[] {
  const folder = "/etc/alternatives";
  if (!existsSync(folder)) return [];
  const links = readdirSync(folder, { withFileTypes: true })
    .filter((file) => file.isSymbolicLink())
    .map(({ name }): LabFile & { kind: "link" } => ({
      path: `etc/alternatives/${name}`,
      kind: "link",
      target: readlinkSync(join(folder, name)),
    }))
    .filter((link) => /^\/usr\/s?bin\//.test(link.target));
  return [{ path: "etc/alternatives", kind: "folder" }, ...links];
}

function isExecutable(path: string): boolean {
  try {
    accessSync(path, constants.X_OK);
    return true;
  } catch {
    return false;
  }
}

function readNumber(path: string): number {
  try {
    return Number(readFileSync(path, "utf8"));
  } catch {
    return Number.NaN;
  }
}
