/** Makes the archive of the labs' container images in a lab of its own. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createWriteStream } from "node:fs";
import { rename, rm } from "node:fs/promises";
import { pipeline } from "node:stream/promises";
import type { LabEngine } from "../lab.ts";
import { recipe, usedMark } from "./recipe.ts";

/** For a machine under heavy load; usual is a second. */
const timeoutMs = 120_000;

/**
 * Writes the archive and gives the paths of the machine that it was made of; throws what went wrong, and then a file that was there
 * before is as it was.
 */
export async function makeImages(engine: LabEngine, path: string): Promise<string[]> {
  const lab = await engine.create({ nodes: ["node1"] });
  const half = `${path}.${process.pid}`;
  try {
    const { file, args, env } = lab.command("node1", ["bash", "-c", recipe]);
    const child = spawn(file, args, { env, cwd: "/", stdio: ["ignore", "pipe", "pipe"], timeout: timeoutMs });
    const said = collect(child);
    const closed = once(child, "close");
    if (child.stdout) await pipeline(child.stdout, createWriteStream(half));
    const [status] = await closed;
    const lines = (await said).split("\n").filter((line) => line !== "");
    const used = lines.filter((line) => line.startsWith(usedMark));
    if (status !== 0) throw new Error(lines.findLast((line) => !used.includes(line)) ?? `status ${status}`);
    await rename(half, path);
    return used.map((line) => line.slice(usedMark.length));
  } finally {
    await rm(half, { force: true });
    await lab.dispose();
  }
}

async function collect({ stderr }: ChildProcess): Promise<string> {
  let text = "";
  for await (const part of stderr?.setEncoding("utf8") ?? []) text += part;
  return text;
}
