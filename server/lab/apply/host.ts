/** Looks at this machine: what a plan needs to know of it. */
import {
  accessSync,
  constants,
  existsSync,
  lstatSync,
  readdirSync,
  readFileSync,
  readlinkSync,
} from "node:fs";
import { release } from "node:os";
import { join } from "node:path";
import type { NodeLimits } from "../limits.ts";
import type { CgroupKind, HostFacts, LabFile } from "../plan/index.ts";

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

/** Facts for the planner, on a machine where the engine has cgroups of this kind. */
export function hostFacts(cgroups: CgroupKind): HostFacts {
  return {
    arch: process.arch,
    cgroups,
    readsSystemBashrc: existsSync("/etc/bash.bashrc"),
    hasBridgeNetfilter: existsSync("/proc/sys/net/bridge/bridge-nf-call-iptables"),
    hasTun: canOpen("/dev/net/tun"),
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

/** Limits no higher than the server's own, which nobody but root can raise. */
export function withinHostLimits(
  limits: NodeLimits,
  own = readFileSync("/proc/self/limits", "utf8"),
): NodeLimits {
  const hardLimit = (name: string) =>
    Number(new RegExp(`^${name} +\\S+ +(\\d+)`, "m").exec(own)?.[1] ?? Infinity);
  return {
    ...limits,
    processes: Math.min(limits.processes, hardLimit("Max processes")),
    openFiles: Math.min(limits.openFiles, hardLimit("Max open files")),
  };
}

/** Whether the kernel can show files in a tmpfs as another user's (mount_setattr(2), MOUNT_ATTR_IDMAP): since Linux 6.3. */
export function canMapOwners(kernel = release()): boolean {
  const [major = 0, minor = 0] = kernel.split(".").map(Number);
  return major > 6 || (major === 6 && minor >= 3);
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

function canOpen(path: string): boolean {
  try {
    accessSync(path, constants.R_OK | constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
