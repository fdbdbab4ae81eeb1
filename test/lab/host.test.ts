/** What a machine is told that cannot run labs, and how the engine reads a machine that can. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { passesOnSize } from "../../server/lab/apply/crun.ts";
import { isRunning, startTime } from "../../server/lab/apply/engine-folder.ts";
import { canMapOwners, withinHostLimits } from "../../server/lab/apply/host.ts";
import { findObstacle, type HostView } from "../../server/lab/apply/obstacle.ts";
import { remedyFor } from "../../server/lab/apply/remedy.ts";
import { defaultNodeLimits } from "../../server/lab/index.ts";

/** A machine on which labs run, as user alice. */
const able: HostView = {
  platform: "linux",
  uid: 1000,
  name: "alice",
  hasTool: () => true,
  read: (path) =>
    ({
      "/proc/self/uid_map": "0 0 4294967295\n",
      "/proc/filesystems": "nodev\tproc\nnodev\tcgroup2\n",
      "/proc/sys/user/max_user_namespaces": "96365\n",
      "/etc/subuid": "alice:100000:65536\n",
      "/etc/subgid": "alice:100000:65536\n",
    })[path] ?? null,
  isLink: () => true,
};
const reading = (files: Record<string, string | null>): HostView => ({
  ...able,
  read: (path) => (path in files ? (files[path] ?? null) : able.read(path)),
});

test("a machine with everything has nothing in the way, for root and for a user", () => {
  expect(findObstacle(able)).toBeNull();
  expect(
    findObstacle({ ...reading({ "/etc/subuid": null, "/etc/subgid": null }), uid: 0, name: "root" }),
  ).toBeNull();
});

test.each<[string, HostView, string, string]>([
  [
    "another system than Linux",
    { ...able, platform: "darwin" },
    "labs need Linux, and this is darwin",
    "run shelldeck in a Linux virtual machine",
  ],
  [
    "missing programs",
    { ...able, hasTool: (tool) => !["crun", "ip"].includes(tool) },
    "labs need crun, ip, which are not installed",
    "on Debian and Ubuntu: sudo apt install crun iproute2",
  ],
  [
    "no newuidmap",
    { ...able, hasTool: (tool) => !tool.startsWith("new") },
    "labs need newuidmap, newgidmap, which are not installed",
    "on Debian and Ubuntu: sudo apt install uidmap",
  ],
  [
    "no line in /etc/subuid",
    reading({ "/etc/subuid": "bob:100000:65536\n" }),
    "user alice has too few subordinate ids for labs in /etc/subuid or /etc/subgid",
    "sudo usermod --add-subuids 100000-165535 --add-subgids 100000-165535 alice",
  ],
  [
    "user namespaces for root alone",
    reading({ "/proc/sys/kernel/unprivileged_userns_clone": "0\n" }),
    "ordinary users may make no user namespaces here: kernel.unprivileged_userns_clone is 0",
    "sudo sysctl -w kernel.unprivileged_userns_clone=1",
  ],
  [
    "user namespaces without rights, as on Ubuntu 24.04",
    reading({ "/proc/sys/kernel/apparmor_restrict_unprivileged_userns": "1\n" }),
    "ordinary users may make no user namespaces here: kernel.apparmor_restrict_unprivileged_userns is 1",
    "sudo sysctl -w kernel.apparmor_restrict_unprivileged_userns=0",
  ],
  [
    "no user namespaces at all",
    reading({ "/proc/sys/user/max_user_namespaces": "0\n" }),
    "this kernel gives no user namespaces",
    "sudo sysctl -w user.max_user_namespaces=10000",
  ],
  [
    "a kernel without cgroup2",
    reading({ "/proc/filesystems": "nodev\tcgroup\n" }),
    "this kernel has no cgroup2",
    "use a kernel with cgroups, such as your distribution's own",
  ],
  [
    "a machine whose /usr is not merged",
    { ...able, isLink: () => false },
    "/bin is not a link into /usr on this machine",
    "merge /usr: sudo apt install usrmerge",
  ],
])("%s: the user is told so, and the one command that mends it", (_, view, reason, remedy) => {
  expect(findObstacle(view)).toEqual({ reason, remedy });
});

test.each([
  ["No space left on device", /^make room in \/run\/x/],
  ["ENOSPC: no space left on device, write", /^make room in \/run\/x/],
  ["nsenter: failed to execute crun: No such file or directory", /apt install crun/],
  ["fork: Resource temporarily unavailable", /ulimit -u/],
  ["something else", /docs\/labs.md/],
])("what to do about %j", (complaint, remedy) => {
  expect(remedyFor(complaint, "/run/x")).toMatch(remedy);
});

test("limits are no higher than the server's own", () => {
  const own = `Limit                     Soft Limit           Hard Limit           Units
Max processes             100                  200                  processes
Max open files            1024                 unlimited            files
`;
  const limits = withinHostLimits({ ...defaultNodeLimits, processes: 512, openFiles: 4096 }, own);
  expect([limits.processes, limits.openFiles]).toEqual([200, 4096]);
});

test.each([
  ["6.18.44-fc", true],
  ["6.3.0", true],
  ["6.2.16", false],
  ["5.15.0-91-generic", false],
])("Linux %s shows files of a tmpfs as another user's: %s", (kernel, can) => {
  expect(canMapOwners(kernel)).toBe(can);
});

test.each([
  ["crun 1.8.1", false],
  ["crun 1.8.6", false],
  ["crun 1.8.7", true],
  ["crun 1.14.1", true],
  ["crun 0.17", false],
  ["crun 2.0", true],
  ["crun of an unknown version", false],
])("%s passes on a terminal's new size: %s", (version, passes) => {
  expect(passesOnSize(version)).toBe(passes);
});

test.runIf(process.platform === "linux")(
  "a process is known by its id and start, and a dead one does not run",
  async () => {
    const child = spawn("cat", { stdio: ["pipe", "ignore", "ignore"] });
    const name = `${child.pid}-${startTime(child.pid ?? 0)}`;
    expect(isRunning(name)).toBe(true);
    expect(isRunning(`${name}-4`)).toBe(true);
    expect(isRunning(`${child.pid}-1`)).toBe(false);
    child.stdin?.end();
    await once(child, "exit");
    expect(isRunning(name)).toBe(false);
  },
);
