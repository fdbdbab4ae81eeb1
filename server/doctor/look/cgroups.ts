/** Looks which cgroups this machine has and what of them this user may use. */
import { accessSync, constants, existsSync } from "node:fs";
import { join } from "node:path";
import type { Facts } from "../facts.ts";
import { readText } from "./read-text.ts";
import { readCgroupMounts, readControllers, readOwnCgroup } from "./texts.ts";

const root = "/sys/fs/cgroup";

export function lookAtCgroups(uid: number): Facts["cgroups"] {
  const { kind, versionOne } = readCgroupMounts(readText("/proc/self/mounts"));
  const own = readText("/proc/self/cgroup");
  const managerFolder = `${root}/user.slice/user-${uid}.slice/user@${uid}.service`;
  const isManaged = uid !== 0 && existsSync(`/run/user/${uid}/bus`) && existsSync(managerFolder);
  const manager = isManaged ? "user" : existsSync("/run/systemd/system") ? "system" : "none";
  if (kind === "unified") {
    const controllers = controllersOf(root);
    const handedOver = uid === 0 ? root : join(root, readOwnCgroup(own, "") ?? "/");
    const isOurs = uid === 0 || canMakeIn(handedOver);
    const asked = isManaged ? controllersOf(managerFolder) : [];
    return { kind, controllers, usable: isOurs ? controllersOf(handedOver) : asked, manager };
  }
  const usable = Object.entries(versionOne).filter(([name, mount]) => {
    const path = readOwnCgroup(own, name);
    return path !== null && canMakeIn(join(mount, path));
  });
  return { kind, controllers: Object.keys(versionOne), usable: usable.map(([name]) => name), manager };
}

function controllersOf(folder: string): string[] {
  return readControllers(readText(join(folder, "cgroup.controllers")));
}

function canMakeIn(folder: string): boolean {
  try {
    for (const path of [folder, join(folder, "cgroup.procs")]) accessSync(path, constants.W_OK);
    return true;
  } catch {
    return false;
  }
}
