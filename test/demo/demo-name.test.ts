/** Which files are demos, and what they are called. */
import { expect, test } from "vitest";
import { demoNames, isDemoName } from "../../server/demo/index.ts";

test("demos are named after their scripts, in the order a person would put them in", () => {
  const files = [
    "demo10-last.sh",
    "demo2-podman-networking.sh",
    "demo1-linux-bridge.sh",
    "README.md",
    ".sh",
    "Lib.sh",
  ];
  expect(demoNames(files)).toEqual(["demo1-linux-bridge", "demo2-podman-networking", "demo10-last"]);
});

test.each(["demo1-linux-bridge", "a", "2"])("%s can name a demo", (name) => {
  expect(isDemoName(name)).toBe(true);
});

test.each(["", "../demo1", "demo 1", "demo1.sh", "-a", "a-", "a--b", "Demo", "#demo", "a".repeat(101)])(
  "%j cannot",
  (name) => {
    expect(isDemoName(name)).toBe(false);
  },
);
