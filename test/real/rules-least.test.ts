/** The smallest limits that one may set are enough for a lab. */
import { expect, test } from "vitest";
import { createLabEngine, parseLimits } from "../../server/lab/index.ts";
import { runInLab } from "./lab-run.ts";

test("a lab with the least that one may say starts, and its shell answers", async () => {
  const least = "memory=64M,processes=32,cpus=0.05,disk=16M,inodes=2048,files=256,namespaces=8";
  const { node, mistakes } = parseLimits(least);
  expect(mistakes).toEqual([]);
  const engine = await createLabEngine({ limits: node });
  expect(engine.obstacle).toBeNull();
  const small = await engine.create({ nodes: ["node1", "node2"] });
  expect(await runInLab(small, "ip netns add ns1 && ip netns exec ns1 hostname")).toBe("node1\n");
  await engine.dispose();
});
