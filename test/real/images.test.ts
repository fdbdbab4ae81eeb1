/** The labs' container images are made in a lab, from what is on the machine. */
import { execFileSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeImages } from "../../server/lab/images/make-images.ts";
import { createLabEngine, type LabEngine } from "../../server/lab/index.ts";

let folder = "";
let engine: LabEngine;
beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), "shelldeck-images-"));
  engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
});
afterAll(async () => {
  await engine?.dispose();
  rmSync(folder, { recursive: true });
});

test("an archive is an image store, and one is told which of the machine's files are in it", async () => {
  const path = join(folder, "images.tar");
  const used = await makeImages(engine, path);
  expect(used).toContain("/usr/bin/curl");
  expect(used.find((file) => /\/libc\.so/.test(file))).toBeDefined();
  expect(used.filter((file) => !existsSync(file))).toEqual([]);
  const list = execFileSync("tar", ["-tf", path], { encoding: "utf8" });
  for (const entry of [
    "overlay-images/images.json",
    "overlay-layers/layers.json",
    "/diff/usr/local/bin/whoami",
  ])
    expect(list).toContain(entry);
  expect(list).not.toMatch(/ghcr|libpod|bolt_state/);
});

test("an archive that cannot be finished leaves the one before and nothing else", async () => {
  const path = join(folder, "kept.tar");
  writeFileSync(path, "kept");
  const create: LabEngine["create"] = async (spec) => {
    const lab = await engine.create(spec);
    const command: typeof lab.command = (node) =>
      lab.command(node, ["bash", "-c", "echo half; echo no space >&2; exit 1"]);
    return {
      id: lab.id,
      nodes: lab.nodes,
      ended: lab.ended,
      shell: lab.shell.bind(lab),
      dispose: () => lab.dispose(),
      command,
    };
  };
  await expect(makeImages({ ...engine, obstacle: null, create }, path)).rejects.toThrow("no space");
  expect(statSync(path).size).toBe(4);
  expect(readdirSync(folder).filter((name) => name.startsWith("kept"))).toEqual(["kept.tar"]);
});
