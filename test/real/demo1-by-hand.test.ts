/** Demo 1 is a plain script too: it runs by hand, shows what its steps promise, and cleans up behind it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parseDemo } from "../../server/demo/index.ts";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";

const path = fileURLToPath(new URL("../../demos/demo1-linux-bridge.sh", import.meta.url));
const script = readFileSync(path, "utf8");
const demo = parseDemo("demo1-linux-bridge", script, () => []);

let engine: LabEngine;
let lab: Lab;
beforeAll(async () => {
  engine = await createLabEngine();
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  lab = await engine.create({ nodes: demo.nodes });
});
afterAll(async () => engine?.dispose());

/** What a command on node1 prints, errors in their place, and its exit status. */
function run(command: string, input = ""): { output: string; status: number | null } {
  const { file, args, env } = lab.command("node1", ["bash", "-c", `{ ${command}; } 2>&1`]);
  const { stdout, status } = spawnSync(file, args, { env, input, encoding: "utf8", timeout: 90_000 });
  return { output: stdout, status };
}

/** The steps whose expected output does not come in `output` after that of the step before. */
function missing(output: string): string[] {
  let rest = output;
  const missed: string[] = [];
  for (const { expect: expected, hidden, line } of demo.acts.flatMap((act) => act.steps)) {
    if (!expected.output || hidden) continue;
    const { source, flags } = expected.output;
    const match = new RegExp(source.replaceAll("[^]*", "[^]*?"), flags).exec(rest);
    if (match) rest = rest.slice(match.index + match[0].length);
    else missed.push(`line ${line}: /${source}/${flags}`);
  }
  return missed;
}

describe("bash demo1-linux-bridge.sh", () => {
  test("shows what every step promises, in the order of the steps", () => {
    const { output, status } = run("cat > /tmp/demo.sh && bash /tmp/demo.sh", script);
    expect(missing(output)).toEqual([]);
    expect(status).toBe(0);
  });

  test("leaves no namespace, bridge, rule, process or file of its own", () => {
    expect(run("ip netns list").output).toBe("");
    expect(run("ip link show br0").output).toContain("does not exist");
    expect(run("iptables -t nat -S | grep -e -A").output).toBe("");
    expect(run("pgrep -a socat").output).toBe("");
    expect(run("sysctl -n net.ipv4.ip_forward").output).toBe("0\n");
    expect(run("ls /tmp").output).toBe("demo.sh\n");
  });
});
