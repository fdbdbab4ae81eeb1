/** Makes a real lab, asks something in it, and ends it. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { type LabEngine, LabError } from "../lab/index.ts";
import type { Obstacle } from "../protocol.ts";

export interface LabTrial {
  /** What went wrong; null when nothing did. */
  problem: Obstacle | null;
  /** How long each part took; null for what did not come to pass. */
  startMs: number | null;
  pingMs: number | null;
  endMs: number | null;
}

/** The engine stays the caller's. */
export async function tryLab(
  engine: LabEngine,
  now: () => number = () => performance.now(),
): Promise<LabTrial> {
  const trial: LabTrial = { problem: null, startMs: null, pingMs: null, endMs: null };
  const clock = () => {
    const since = now();
    return () => Math.round(now() - since);
  };
  let passed = clock();
  try {
    const lab = await engine.create({ nodes: ["node1"] });
    trial.startMs = passed();
    passed = clock();
    try {
      const { file, args, env } = lab.command("node1", ["ping", "-c1", "-W2", "8.8.8.8"]);
      await promisify(execFile)(file, args, { env, cwd: "/" });
      trial.pingMs = passed();
    } finally {
      passed = clock();
      await lab.dispose();
      trial.endMs = passed();
    }
  } catch (error) {
    trial.problem = problemOf(error);
  }
  return trial;
}

function problemOf(error: unknown): Obstacle {
  if (error instanceof LabError) return { reason: error.message, remedy: error.remedy };
  return {
    reason: `a lab starts, but 8.8.8.8 does not answer in it: ${(error as Error).message.trim().split("\n").at(-1)}`,
    remedy: "see docs/labs.md for what a lab needs of its host",
  };
}
