/** When something is built, and what is there afterwards. */
import { cpSync, mkdirSync, mkdtempSync, readdirSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { buildWhenChanged, type Target } from "../../setup/built.js";
import { SetupError } from "../../setup/say.js";

let root = "";
const copySources: Target = {
  name: "copy",
  entry: "a.txt",
  sources: ["src"],
  async make(from, folder) {
    cpSync(join(from, "src"), folder, { recursive: true });
  },
};
const failing: Target = {
  ...copySources,
  async make(_from, folder) {
    writeFileSync(join(folder, "half.txt"), "");
    throw new SetupError("src/a.txt:1:1 does not compile", "mend it");
  },
};
const write = (name: string, text: string) => writeFileSync(join(root, "src", name), text);
const built = () => readdirSync(join(root, "dist/copy"));

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "built-"));
  mkdirSync(join(root, "src/deep"), { recursive: true });
  write("a.txt", "a");
  write("deep/b.txt", "b");
});
afterEach(() => rmSync(root, { recursive: true }));

it("builds the first time, and not again when nothing changed but times", async () => {
  expect(await buildWhenChanged(root, copySources)).toBe(true);
  utimesSync(join(root, "src/a.txt"), new Date(), new Date());
  expect(await buildWhenChanged(root, copySources)).toBe(false);
});

it("builds again when a file's text, name or presence changed", async () => {
  await buildWhenChanged(root, copySources);
  write("deep/b.txt", "B");
  expect(await buildWhenChanged(root, copySources)).toBe(true);
  write("c.txt", "");
  expect(await buildWhenChanged(root, copySources)).toBe(true);
  rmSync(join(root, "src/deep/b.txt"));
  expect(await buildWhenChanged(root, copySources)).toBe(true);
});

it("builds again when what was built is gone", async () => {
  await buildWhenChanged(root, copySources);
  rmSync(join(root, "dist/copy/a.txt"));
  expect(await buildWhenChanged(root, copySources)).toBe(true);
});

it("leaves nothing of a source file that was deleted, and no folder of the work", async () => {
  await buildWhenChanged(root, copySources);
  rmSync(join(root, "src/deep"), { recursive: true });
  await buildWhenChanged(root, copySources);
  expect(built()).toEqual(["a.txt"]);
  expect(readdirSync(join(root, "dist")).sort()).toEqual(["copy", "copy.built-from"]);
});

it("keeps the last build when the next one fails, and tries again", async () => {
  await buildWhenChanged(root, copySources);
  write("a.txt", "mistake");
  await expect(buildWhenChanged(root, failing)).rejects.toThrow("does not compile");
  expect(built().sort()).toEqual(["a.txt", "deep"]);
  expect(readdirSync(join(root, "dist")).sort()).toEqual(["copy", "copy.built-from"]);
  expect(await buildWhenChanged(root, copySources)).toBe(true);
});
