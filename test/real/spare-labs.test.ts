/** One lab with a shell at its prompt is kept ready, never handed out twice, and ended with the rest. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLabEngine, type Lab, type LabEngine } from "../../server/lab/index.ts";
import { SpareLabs } from "../../server/stage/spare-labs.ts";
import { Terminal } from "../../server/terminal/index.ts";

const long = { timeout: 10_000 };
const nonce = "5eed";
let engine: LabEngine;
let made: Lab[];
let spares: SpareLabs;
beforeEach(async () => {
  engine = await createLabEngine();
  made = [];
  const counted: LabEngine = {
    ...engine,
    obstacle: engine.obstacle,
    create: async (spec) => {
      const lab = await engine.create(spec);
      made.push(lab);
      return lab;
    },
  };
  spares = new SpareLabs(counted, { nodes: ["node1"] }, async (lab) => {
    const command = await lab.shell("node1", nonce);
    return new Terminal({
      id: 1,
      node: "node1",
      epoch: "e",
      nonce,
      size: { columns: 80, rows: 24 },
      command,
    });
  });
});
afterEach(async () => {
  await spares.dispose();
  await engine.dispose();
});

test("the lab that was kept ready is given with its shell, and another made ready after it", async () => {
  spares.warm();
  spares.warm();
  const first = await spares.take();
  expect(made).toEqual([first.lab]);
  await vi.waitFor(() => expect(first.terminal?.state).toBe("prompt"), long);
  await vi.waitFor(() => expect(made).toHaveLength(2), long);
  const second = await spares.take();
  expect(second.lab).toBe(made[1]);
  first.terminal?.dispose();
  second.terminal?.dispose();
});

test("without a warm one a lab is made for the one who asks", async () => {
  const { lab, terminal } = await spares.take();
  expect([made, terminal]).toEqual([[lab], null]);
});

test("a spare lab that has died is not given", async () => {
  spares.warm();
  await vi.waitFor(() => expect(made).toHaveLength(1), long);
  await made[0]?.dispose();
  await vi.waitFor(async () => {
    const { lab } = await spares.take();
    expect(lab).not.toBe(made[0]);
  }, long);
});

test("after the end nothing is kept ready, and what was is gone", async () => {
  spares.warm();
  await spares.dispose();
  await vi.waitFor(() => expect(made).toHaveLength(1), long);
  await made[0]?.ended;
  spares.warm();
  await expect(spares.take()).resolves.toMatchObject({ terminal: null });
  expect(made).toHaveLength(2);
});
