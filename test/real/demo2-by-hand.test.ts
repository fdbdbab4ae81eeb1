/** Demo 2 is a plain script too: it runs by hand to its end, and cleans up behind it. */
import { spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { type TestImages, testImages } from "./lab-images.ts";

const path = fileURLToPath(new URL("../../demos/demo2-podman-networking.sh", import.meta.url));
const script = readFileSync(path, "utf8");

let images: TestImages;
let engine: LabEngine;
let lab: Lab;
beforeAll(async () => {
  images = await testImages();
  engine = await createLabEngine({ images: images.path });
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  lab = await engine.create({ nodes: ["node1"] });
});
afterAll(async () => {
  await engine?.dispose();
  await images?.remove();
});

/** What a command on node1 prints, errors in their place, and its exit status. */
function run(command: string, input = ""): { output: string; status: number | null } {
  const { file, args, env } = lab.command("node1", ["bash", "-c", `{ ${command}; } 2>&1`]);
  const { stdout, status } = spawnSync(file, args, { env, input, encoding: "utf8", timeout: 90_000 });
  return { output: stdout, status };
}

describe("bash demo2-podman-networking.sh", () => {
  test("runs to its end", () => {
    const { output, status } = run("cat > /tmp/demo.sh && bash /tmp/demo.sh", script);
    expect(output).toMatch(
      /198\.51\.100\.1[\s\S]*Hostname: red[\s\S]*resolve host: red[\s\S]*Host: stock[\s\S]*podman0" does not exist[\s\S]*\nshop\n/,
    );
    expect(output).not.toContain("level=warning");
    expect(status).toBe(0);
  });

  test("leaves no container, network, namespace, bridge, address or rule for a port", () => {
    expect(run("podman ps -aq; podman network ls -q").output).toBe("podman\n");
    expect(run("ip netns list; ip -br link show type bridge").output).toBe("");
    expect(run("ip -4 addr show | grep 198.51").output).toBe("");
    expect(run("iptables -t nat -S | grep dport").output).toBe("");
    expect(run("pgrep -af '^(/usr/bin/conmon|/usr/lib.*/aardvark-dns|whoami)'").output).toBe("");
    expect(run("sysctl -n net.ipv4.ip_forward").output).toBe("0\n");
  });
});
