/** What counts as left over by a test run. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { expect, it } from "vitest";
import {
  engineLives,
  engineOf,
  isOurs,
  labMounts,
  leftOver,
  readTraces,
  rootMount,
  testRunVariable,
} from "../../setup/leftovers.js";

const trace = (text: string) => ({ text, engine: engineOf(text) });

it("is what was not there before and no living server holds", () => {
  const before = [trace("/run/netns/mine")];
  const after = [
    ...before,
    trace("/run/netns/ns1"),
    trace("cgroup /sys/fs/cgroup/shelldeck/10-777-1"),
    trace("cgroup /sys/fs/cgroup/shelldeck/20-888-1"),
  ];
  const lives = (engine: string) => engine === "20-888-1";
  expect(leftOver(before, after, lives)).toEqual([
    "/run/netns/ns1",
    "cgroup /sys/fs/cgroup/shelldeck/10-777-1",
  ]);
});

it.each([
  ["/run/shelldeck/engines/10-777-1", "10-777-1"],
  ["/run/shelldeck/uids/0 -> 10-777-2", "10-777-2"],
  ["/run/user/1000/shelldeck/engines/10-777-1/root", "10-777-1"],
  ["/tmp/shelldeck-1000/uids/3 -> 10-777-1", "10-777-1"],
  ["/tmp/shelldeck-1000/engines/10-777-1/labs/1", "10-777-1"],
  ["/tmp/shelldeck-1000", null],
  ["0::/shelldeck/10-777-1/lab1-node1", "10-777-1"],
  ["cgroup /sys/fs/cgroup/pids/shelldeck-10-777-1/lab1-node1", "10-777-1"],
  ["/home/me/shelldeck/server", null],
])("knows of %s which server it belongs to", (text, engine) => {
  expect(engineOf(text)).toBe(engine);
});

it("is a process of a test run, of a lab, or one that holds a lab", () => {
  const ordinary = {
    uid: 1000,
    argv: ["vim", "/home/me/shelldeck/README.md"],
    cgroup: "0::/me",
    root: "/",
    environment: "A=1",
  };
  expect(isOurs(ordinary)).toBe(false);
  expect(isOurs({ ...ordinary, environment: `A=1\0${testRunVariable}=5\0` })).toBe(true);
  expect(isOurs({ ...ordinary, uid: 0x70010000 })).toBe(true);
  expect(isOurs({ ...ordinary, argv: ["/usr/bin/crun", "run"] })).toBe(true);
  expect(isOurs({ ...ordinary, argv: ["bash", "-c", "...", "/run/shelldeck/engines/1-2-3"] })).toBe(true);
  expect(isOurs({ ...ordinary, argv: ["bash", "/tmp/shelldeck-1000/engines/1-2-3"] })).toBe(true);
  expect(isOurs({ ...ordinary, argv: ["vim", "/tmp/shelldeck-notes.md"] })).toBe(false);
  expect(isOurs({ ...ordinary, uid: 100_000, root: "/shelldeck/engines/1-2-3/root" })).toBe(true);
  expect(isOurs({ ...ordinary, cgroup: "0::/shelldeck/1-2-3/lab1-node1" })).toBe(true);
});

it("is a lab's mount, not a checkout's", () => {
  const mountinfo = [
    "30 1 0:26 / /home/shelldeck rw - tmpfs tmpfs rw",
    "31 1 0:27 / /run/shelldeck/lab1 rw - tmpfs tmpfs rw",
    "32 1 0:28 / /run/user/1000/shelldeck/images rw - tmpfs tmpfs rw",
    "33 1 0:29 / /tmp/shelldeck-test rw - tmpfs tmpfs rw",
  ].join("\n");
  expect(labMounts(mountinfo)).toEqual(["/run/shelldeck/lab1", "/run/user/1000/shelldeck/images"]);
});

it("is told from a process's root, wherever that is mounted from", () => {
  const inLab =
    "24 23 0:56 /tun /dev/net/tun rw - tmpfs t rw\n25 23 0:5 /shelldeck/engines/1-2-3/root / ro - ext4 d rw\n";
  expect(rootMount(inLab)).toBe("/shelldeck/engines/1-2-3/root");
  expect(rootMount("")).toBe("");
});

it.runIf(process.platform === "linux")(
  "knows a server that lives from one that had its number before",
  () => {
    const started = /\) (?:\S+ ){19}(\d+)/.exec(readFileSync("/proc/self/stat", "utf8"))?.[1];
    expect(engineLives(`${process.pid}-${started}-1`)).toBe(true);
    expect(engineLives(`${process.pid}-1-1`)).toBe(false);
    expect(engineLives("4194305-1-1")).toBe(false);
  },
);

it.runIf(process.platform === "linux")(
  "is found on the real machine, and no longer when it has ended",
  async () => {
    const before = readTraces();
    const child = spawn("bash", ["-c", "echo ready; read -r"], {
      stdio: ["pipe", "pipe", "inherit"],
      env: { ...process.env, [testRunVariable]: "1" },
    });
    const exited = once(child, "exit");
    await once(child.stdout, "data");
    const mine = () =>
      leftOver(before, readTraces(), () => false).filter((text) => text.startsWith(`process ${child.pid}:`));
    expect(mine()).toEqual([`process ${child.pid}: bash -c echo ready; read -r`]);
    child.stdin.end();
    await exited;
    expect(mine()).toEqual([]);
  },
);
