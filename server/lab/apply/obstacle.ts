/** Whether this machine can run labs at all, as this user, and what to do when it cannot. */
import { lstatSync, readFileSync } from "node:fs";
import { userInfo } from "node:os";
import type { Obstacle } from "../../protocol.ts";
import { userIds } from "./keeper-ids.ts";
import { hasTool, neededTools, userTools } from "./tools.ts";

/** What is looked at. */
export interface HostView {
  platform: string;
  uid: number;
  /** The user's name. */
  name: string;
  hasTool(tool: string): boolean;
  /** A file's text, or null where there is none. */
  read(path: string): string | null;
  isLink(path: string): boolean;
}

/** What stands in the way of labs, or null; looks at the cheap things, and starting the engine shows the rest. */
export function findObstacle(view: HostView = thisHost()): Obstacle | null {
  if (view.platform !== "linux") {
    return {
      reason: `labs need Linux, and this is ${view.platform}`,
      remedy: "run shelldeck in a Linux virtual machine",
    };
  }
  return missingTools(view) ?? kernelObstacle(view) ?? (view.uid === 0 ? null : userObstacle(view));
}

function missingTools({ hasTool, uid }: HostView): Obstacle | null {
  const needed = { ...neededTools, ...(uid !== 0 && userTools) };
  const missing = Object.keys(needed).filter((tool) => !hasTool(tool));
  if (missing.length === 0) return null;
  const packages = [...new Set(missing.map((tool) => needed[tool]))];
  return {
    reason: `labs need ${missing.join(", ")}, which ${missing.length > 1 ? "are" : "is"} not installed`,
    remedy: `on Debian and Ubuntu: ${sudo(uid)}apt install ${packages.join(" ")}`,
  };
}

function kernelObstacle({ read, isLink, uid }: HostView): Obstacle | null {
  if (read("/proc/self/uid_map") === null || isZero(read("/proc/sys/user/max_user_namespaces"))) {
    return {
      reason: "this kernel gives no user namespaces",
      remedy: `${sudo(uid)}sysctl -w user.max_user_namespaces=10000`,
    };
  }
  if (!read("/proc/filesystems")?.includes("cgroup2")) {
    return {
      reason: "this kernel has no cgroup2",
      remedy: "use a kernel with cgroups, such as your distribution's own",
    };
  }
  if (!isLink("/bin")) {
    return {
      reason: "/bin is not a link into /usr on this machine",
      remedy: `merge /usr: ${sudo(uid)}apt install usrmerge`,
    };
  }
  return null;
}

/** What an ordinary user lacks: sysctls of Debian and Ubuntu that forbid user namespaces, and ids for labs. */
function userObstacle({ read, uid, name }: HostView): Obstacle | null {
  if (isZero(read("/proc/sys/kernel/unprivileged_userns_clone"))) {
    return forbidden("kernel.unprivileged_userns_clone is 0", "kernel.unprivileged_userns_clone=1");
  }
  if (read("/proc/sys/kernel/apparmor_restrict_unprivileged_userns")?.trim() === "1") {
    const setting = "kernel.apparmor_restrict_unprivileged_userns";
    return forbidden(`${setting} is 1`, `${setting}=0`);
  }
  const { pool } = userIds(uid, 0, name, read("/etc/subuid") ?? "", read("/etc/subgid") ?? "");
  if (pool.slots === 0) {
    return {
      reason: `user ${name} has too few subordinate ids for labs in /etc/subuid or /etc/subgid`,
      remedy: `sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 ${name}`,
    };
  }
  return null;
}

function forbidden(cause: string, setting: string): Obstacle {
  return {
    reason: `ordinary users may make no user namespaces here: ${cause}`,
    remedy: `sudo sysctl -w ${setting}`,
  };
}

function isZero(text: string | null): boolean {
  return text?.trim() === "0";
}

function sudo(uid: number): string {
  return uid === 0 ? "" : "sudo ";
}

function thisHost(): HostView {
  const { uid, username } = userInfo();
  return {
    platform: process.platform,
    uid,
    name: username,
    hasTool,
    read: (path) => {
      try {
        return readFileSync(path, "utf8");
      } catch {
        return null;
      }
    },
    isLink: (path) => lstatSync(path, { throwIfNoEntry: false })?.isSymbolicLink() ?? false,
  };
}
