/** Programs of the host that labs are made with, and where they are looked for. */
import { accessSync, constants } from "node:fs";
import { join } from "node:path";

/** Even when PATH is a user's, who may have no folders of root's in it. */
const systemPath = ["/usr/local/sbin", "/usr/local/bin", "/usr/sbin", "/usr/bin", "/sbin", "/bin"];

/** PATH for every program that the engine starts. */
export const toolPath = systemPath.join(":");

/** All that an engine starts on the host, by the Debian package that has it. */
export const neededTools: Readonly<Record<string, string>> = {
  bash: "bash",
  crun: "crun",
  find: "findutils",
  ip: "iproute2",
  mount: "mount",
  nsenter: "util-linux",
  setpriv: "util-linux",
  tar: "tar",
  unshare: "util-linux",
};

/** What an ordinary user needs besides. */
export const userTools: Readonly<Record<string, string>> = { newuidmap: "uidmap", newgidmap: "uidmap" };

export function hasTool(tool: string): boolean {
  return systemPath.some((folder) => {
    try {
      accessSync(join(folder, tool), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}
