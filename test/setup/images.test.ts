/** When the labs' container image is made, and what is there afterwards. */
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, it, vi } from "vitest";
import { ensureImages, imageArchive } from "../../setup/images.js";
import { machineWith } from "./machine-stub.ts";

let root = "";
let said = "";
let makings = 0;
const machine = machineWith(["podman"]);
const library = () => join(root, "libc.so");
async function make(archive: string): Promise<string[]> {
  makings += 1;
  writeFileSync(archive, `image ${makings}`);
  return [library()];
}
const archive = () => readFileSync(join(root, imageArchive), "utf8");

beforeEach(() => {
  root = mkdtempSync(join(tmpdir(), "images-"));
  mkdirSync(join(root, "server/lab/images"), { recursive: true });
  writeFileSync(join(root, "server/lab/images/recipe.ts"), "one");
  writeFileSync(library(), "version 1");
  makings = 0;
  said = "";
  vi.spyOn(process.stderr, "write").mockImplementation((text) => {
    said += text;
    return true;
  });
});
afterEach(() => {
  vi.restoreAllMocks();
  rmSync(root, { recursive: true });
});

it("is made the first time, which is said with its seconds, and not again while nothing changed", async () => {
  expect(await ensureImages(root, make, machine)).toBe(true);
  expect(said).toMatch(
    /^Making the labs' container image \.\.\.\nThe labs' container image is made \([\d.]+ s\)\.\n$/,
  );
  expect(await ensureImages(root, make, machine)).toBe(true);
  expect(makings).toBe(1);
});

it("is made again when its recipe or one of the machine's files that are in it changed, or when it is gone", async () => {
  await ensureImages(root, make, machine);
  writeFileSync(join(root, "server/lab/images/recipe.ts"), "two");
  await ensureImages(root, make, machine);
  expect(archive()).toBe("image 2");
  utimesSync(library(), 1e9, 1e9);
  await ensureImages(root, make, machine);
  expect(archive()).toBe("image 3");
  rmSync(library());
  await ensureImages(root, make, machine);
  expect(archive()).toBe("image 4");
  rmSync(join(root, imageArchive));
  await ensureImages(root, make, machine);
  expect(archive()).toBe("image 5");
});

it("may fail: it is said why, an older image stays, and the next set-up tries again", async () => {
  await ensureImages(root, make, machine);
  rmSync(library());
  const fail = () => Promise.reject(new Error("labs need crun, which is not installed"));
  expect(await ensureImages(root, fail, machine)).toBe(false);
  expect(said).toContain("Labs keep their older container image: labs need crun, which is not installed\n");
  expect(archive()).toBe("image 1");
  expect(await ensureImages(root, make, machine)).toBe(true);
  expect(archive()).toBe("image 2");
});

it("is not tried without Podman or Linux", async () => {
  expect(await ensureImages(root, make, machineWith([]))).toBe(true);
  expect(await ensureImages(root, make, machineWith(["podman"], { platform: "darwin" }))).toBe(true);
  expect(existsSync(join(root, imageArchive))).toBe(false);
  expect(said).toBe("");
});
