/** What is left of dead engines goes, even where a reaper died over it. */
import { existsSync, mkdirSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, expect, test } from "vitest";
import { enginesFolder, startTime, uidFolder } from "../../server/lab/apply/engine-folder.ts";
import { rootIds } from "../../server/lab/apply/keeper-ids.ts";
import { reap } from "../../server/lab/apply/reaper.ts";

const deadEngine = "1-1-1";
/** The last one, which no engine on this machine comes to: what runs under its ids is ended. */
const slot = "4094";
let runFolder: string;
let engine: string;
beforeEach(() => {
  runFolder = mkdtempSync(join(tmpdir(), "reaper-"));
  engine = join(enginesFolder(runFolder), deadEngine);
  mkdirSync(join(engine, "labs"), { recursive: true });
  mkdirSync(uidFolder(runFolder));
  symlinkSync(deadEngine, join(uidFolder(runFolder), slot));
});
afterEach(() => rmSync(runFolder, { recursive: true }));

const isGone = () => !existsSync(engine) && !existsSync(join(uidFolder(runFolder), slot));
const reapAll = () => reap(runFolder, rootIds());

test.runIf(process.platform === "linux")("a dead engine's folder and its slots are freed", async () => {
  await reapAll();
  expect(isGone()).toBe(true);
});

test.runIf(process.platform === "linux")("reapers that died over it are succeeded", async () => {
  symlinkSync("1-2", join(engine, "reaper"));
  symlinkSync("1-3", join(engine, "reaper-after-1-2"));
  await reapAll();
  expect(isGone()).toBe(true);
});

test.runIf(process.platform === "linux")("one that is at it is left alone", async () => {
  symlinkSync("1-2", join(engine, "reaper"));
  symlinkSync(`${process.ppid}-${startTime(process.ppid)}`, join(engine, "reaper-after-1-2"));
  await reapAll();
  expect(existsSync(join(engine, "labs"))).toBe(true);
});
