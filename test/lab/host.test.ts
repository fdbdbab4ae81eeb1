/** What a machine is told that cannot run labs, and how the engine reads a machine that can. */
import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, test } from "vitest";
import { passesOnSize } from "../../server/lab/apply/crun.ts";
import { isRunning, startTime } from "../../server/lab/apply/engine-folder.ts";
import { findObstacle } from "../../server/lab/apply/host.ts";

test("another system than Linux is told so, and what would help", () => {
  expect(findObstacle("darwin", 0)).toEqual({
    reason: "labs need Linux, and this is darwin",
    remedy: "run shelldeck in a Linux virtual machine",
  });
});

test.runIf(process.platform === "linux")("a user who is not root is told so", () => {
  expect(findObstacle("linux", 1000)).toEqual({
    reason: "labs need root, and this is user 1000",
    remedy: "start shelldeck as root, for example with sudo",
  });
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
