/** Where an engine has its cgroups, on every kind of machine. */
import { expect, test } from "vitest";
import { joinFiles } from "../../server/lab/apply/cgroups.ts";
import {
  type CgroupView,
  cgroupKind,
  delegatedFolder,
  versionOneFolders,
  viewFolders,
} from "../../server/lab/apply/find-cgroups.ts";

const unified = "cgroup2 /sys/fs/cgroup cgroup2 rw,nosuid,nodev,noexec,relatime 0 0\n";
const versionOne = [
  "tmpfs /sys/fs/cgroup tmpfs ro,mode=755 0 0",
  "cgroup /sys/fs/cgroup/systemd cgroup rw,name=systemd 0 0",
  "cgroup /sys/fs/cgroup/memory cgroup rw,memory 0 0",
  "cgroup /sys/fs/cgroup/pids cgroup rw,pids 0 0",
  "cgroup /sys/fs/cgroup/cpu,cpuacct cgroup rw,cpu,cpuacct 0 0",
].join("\n");
const hybrid = `${versionOne}\ncgroup2 /sys/fs/cgroup/unified cgroup2 rw 0 0\n`;
const view = (mounts: string, own: string, canMakeIn = (_: string) => true): CgroupView => ({
  mounts,
  own,
  canMakeIn,
});

test.each([
  ["unified", unified],
  ["hybrid", hybrid],
  ["v1", versionOne],
  ["none", "proc /proc proc rw 0 0\n"],
])("cgroups are %s", (kind, mounts) => {
  expect(cgroupKind({ mounts })).toBe(kind);
});

const ownVersionOne = "9:name=systemd:/\n8:pids:/\n4:memory:/session/7\n2:cpu,cpuacct:/user.slice\n0::/\n";

test.each([hybrid, versionOne])(
  "of version 1, each controller has a folder below the server's own cgroup",
  (mounts) => {
    const folders = versionOneFolders(view(mounts, ownVersionOne), "10-20-1");
    expect(folders).toEqual([
      { controllers: ["pids"], path: "/sys/fs/cgroup/pids/shelldeck-10-20-1", joinBy: "tasks" },
      { controllers: ["memory"], path: "/sys/fs/cgroup/memory/session/7/shelldeck-10-20-1", joinBy: "tasks" },
      {
        controllers: ["cpu"],
        path: "/sys/fs/cgroup/cpu,cpuacct/user.slice/shelldeck-10-20-1",
        joinBy: "tasks",
      },
    ]);
    expect(joinFiles(folders, "lab3-node1")[1]).toBe(
      "/sys/fs/cgroup/memory/session/7/shelldeck-10-20-1/lab3-node1/tasks",
    );
  },
);

test("in the trees that an engine does not use its labs have a place too, lest they see the host's", () => {
  const here = view(hybrid, ownVersionOne);
  const engine = "10-20-1";
  expect(viewFolders(here, engine, versionOneFolders(here, engine))).toEqual([
    { controllers: [], path: "/sys/fs/cgroup/systemd/shelldeck-10-20-1", joinBy: "tasks" },
    { controllers: [], path: "/sys/fs/cgroup/unified/shelldeck-10-20-1", joinBy: "cgroup.procs" },
  ]);
  expect(
    viewFolders(
      view(hybrid, ownVersionOne, () => false),
      engine,
      [],
    ),
  ).toEqual([]);
});

test("controllers that are mounted together have one folder", () => {
  const mounts = "cgroup /sys/fs/cgroup/all cgroup rw,cpu,memory,pids 0 0\n";
  expect(versionOneFolders(view(mounts, "1:cpu,memory,pids:/\n"), "10-20-1")).toEqual([
    { controllers: ["pids", "memory", "cpu"], path: "/sys/fs/cgroup/all/shelldeck-10-20-1", joinBy: "tasks" },
  ]);
});

test("a user who may make no cgroups of version 1 gets none, one who owns some gets those", () => {
  expect(
    versionOneFolders(
      view(hybrid, ownVersionOne, () => false),
      "10-20-1",
    ),
  ).toEqual([]);
  const some = (folder: string) => folder === "/sys/fs/cgroup/memory/session/7";
  expect(versionOneFolders(view(hybrid, ownVersionOne, some), "10-20-1")).toMatchObject([
    { controllers: ["memory"] },
  ]);
});

test("of version 2, a user's engine is in the cgroup that was handed over, beside the leaf of its server", () => {
  const scope = "/user.slice/user-1000.slice/user@1000.service/app.slice/shelldeck-7.scope";
  const delegated = (folder: string) => folder === `/sys/fs/cgroup${scope}`;
  expect(delegatedFolder(view(unified, `0::${scope}\n`, delegated))).toBe(`/sys/fs/cgroup${scope}`);
  expect(delegatedFolder(view(unified, `0::${scope}/shelldeck-server\n`, delegated))).toBe(
    `/sys/fs/cgroup${scope}`,
  );
  expect(
    delegatedFolder(view(unified, "0::/user.slice/user-1000.slice/session-3.scope\n", delegated)),
  ).toBeNull();
});
