/** Archives of a node's files, as tar itself reads them. */
import { execFileSync } from "node:child_process";
import { expect, test } from "vitest";
import { archive, packTar } from "../../server/lab/apply/tar.ts";

const list = (input: Buffer) =>
  execFileSync("tar", ["--numeric-owner", "-tvf", "-"], { input, encoding: "utf8" })
    .trim()
    .split("\n")
    .map((line) => line.replace(/ +/g, " "));

test("files, folders and links have their modes and belong to root", () => {
  const input = archive(
    packTar([
      { path: "etc", kind: "folder" },
      { path: "etc/shadow", kind: "file", content: "root:*\n", mode: 0o640 },
    ]),
    packTar([{ path: "etc/mtab", kind: "link", target: "/proc/self/mounts" }]),
  );
  expect(list(input)).toEqual([
    "drwxr-xr-x 0/0 0 1970-01-01 00:00 etc",
    "-rw-r----- 0/0 7 1970-01-01 00:00 etc/shadow",
    "lrwxrwxrwx 0/0 0 1970-01-01 00:00 etc/mtab -> /proc/self/mounts",
  ]);
});

test.each([0, 1, 511, 512, 513, 10_000])("a file of %i bytes comes out as it went in", (length) => {
  const content = Buffer.alloc(length, "shelldeck");
  const input = archive(packTar([{ path: "file", kind: "file", content }]));
  expect(execFileSync("tar", ["-xOf", "-"], { input }).equals(content)).toBe(true);
});

test("a path that the format cannot hold is refused", () => {
  expect(() => packTar([{ path: "a".repeat(101), kind: "folder" }])).toThrow("is too long for a tar entry");
});
