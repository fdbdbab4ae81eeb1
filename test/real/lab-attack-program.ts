/** The program that tries what a lab must refuse, built here and run in a lab. */
import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Lab } from "../../server/lab/index.ts";
import { runInLab } from "./lab-run.ts";

/** What test/fixtures/lab-attacks.c says on node1 with these arguments, a line each. */
export async function attack(lab: Lab, ...args: string[]): Promise<string[]> {
  const program = build();
  const script = `cat >/tmp/attacks; chmod +x /tmp/attacks; /tmp/attacks ${args.join(" ")}; rm /tmp/attacks`;
  return (await runInLab(lab, script, "node1", program)).trim().split("\n");
}

function build(): Buffer {
  const folder = mkdtempSync(join(tmpdir(), "lab-attacks-"));
  try {
    execFileSync("cc", ["-o", join(folder, "attacks"), "test/fixtures/lab-attacks.c"]);
    return readFileSync(join(folder, "attacks"));
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}
