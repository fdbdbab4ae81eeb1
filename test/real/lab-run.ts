/** Runs a script on a node of a real lab, as a user would see it. */
import { spawn } from "node:child_process";
import type { Lab } from "../../server/lab/index.ts";

/** All that `bash -c script` on a node says on both streams, however it ends. */
export async function runInLab(
  lab: Lab,
  script: string,
  node = "node1",
  input: Uint8Array = new Uint8Array(),
): Promise<string> {
  const { file, args, env } = lab.command(node, ["bash", "-c", `exec 2>&1\n${script}`]);
  const child = spawn(file, args, { env, timeout: 30_000 });
  let output = "";
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding("utf8").on("data", (text: string) => {
      output += text;
    });
  }
  // A command that ends without reading closes its end first.
  child.stdin.on("error", () => {});
  child.stdin.end(input);
  await new Promise((resolve) => child.on("close", resolve));
  return output;
}
