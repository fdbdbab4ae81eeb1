/** Labs with a shell at its prompt are kept ready, never handed out twice or dead, and ended with the rest. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createLabEngine, defaultLabRules, type Lab, type LabEngine, ruled } from "../../server/lab/index.ts";
import { SpareLabs } from "../../server/stage/spare-labs.ts";
import { Terminal } from "../../server/terminal/index.ts";

const long = { timeout: 10_000 };
const nonce = "5eed";
const nodes = ["node1"];
let engine: LabEngine;
let made: Lab[];
let spares: SpareLabs;
beforeEach(async () => {
  engine = await createLabEngine();
  start();
});
afterEach(async () => {
  await spares.dispose();
  await engine.dispose();
});

function start(size = 1, rules = {}): void {
  made = [];
  const counted: LabEngine = {
    obstacle: engine.obstacle,
    plan: (spec) => engine.plan(spec),
    create: async (spec) => {
      const lab = await engine.create(spec);
      made.push(lab);
      return lab;
    },
    dispose: () => engine.dispose(),
  };
  const openShell = async (lab: Lab) => {
    const command = await lab.shell("node1", nonce);
    const size = { columns: 80, rows: 24 };
    return new Terminal({ id: 1, node: "node1", epoch: "e", nonce, size, command });
  };
  spares = new SpareLabs(ruled(counted, { ...defaultLabRules, ...rules }), openShell, size);
}

test("the lab that was kept ready is given with its shell, and another made ready after it", async () => {
  spares.warm(nodes);
  spares.warm(nodes);
  const first = await spares.take(nodes, "ann");
  expect(made).toEqual([first.lab]);
  await vi.waitFor(() => expect(first.terminal?.state).toBe("prompt"), long);
  await vi.waitFor(() => expect(made).toHaveLength(2), long);
  const second = await spares.take(nodes, "ann");
  expect(second.lab).toBe(made[1]);
  first.terminal?.dispose();
  second.terminal?.dispose();
});

test("as many are kept ready as were asked for", async () => {
  start(2);
  spares.warm(nodes);
  const taken = [await spares.take(nodes, "ann"), await spares.take(nodes, "ann")];
  expect(new Set(taken.map(({ lab }) => lab))).toEqual(new Set(made));
  for (const { terminal } of taken) {
    expect(terminal).not.toBeNull();
    terminal?.dispose();
  }
  await vi.waitFor(() => expect(made).toHaveLength(4), long);
});

test("without a warm one a lab is made for the one who asks", async () => {
  const { lab, terminal } = await spares.take(nodes, "ann");
  expect([made, terminal]).toEqual([[lab], null]);
});

test("a spare lab that has died is not given, and another takes its place", async () => {
  spares.warm(nodes);
  await vi.waitFor(() => expect(made).toHaveLength(1), long);
  await made[0]?.dispose();
  await vi.waitFor(() => expect(made).toHaveLength(2), long);
  const { lab, terminal } = await spares.take(nodes, "ann");
  expect(lab).toBe(made[1]);
  terminal?.dispose();
});

test("a spare lab that dies in this moment is not given", async () => {
  spares.warm(nodes);
  await vi.waitFor(() => expect(made).toHaveLength(1), long);
  await made[0]?.dispose();
  const { lab, terminal } = await spares.take(nodes, "ann");
  expect(lab).not.toBe(made[0]);
  terminal?.dispose();
});

test("when other nodes are wanted, spares of before are ended and others made ready", async () => {
  spares.warm(nodes);
  await vi.waitFor(() => expect(made).toHaveLength(1), long);
  spares.warm(["node1", "node2"]);
  await vi.waitFor(() => expect(made).toHaveLength(2), long);
  await made[0]?.ended;
  const { lab, terminal } = await spares.take(["node1", "node2"], "ann");
  expect([lab, lab.nodes]).toEqual([made[1], ["node1", "node2"]]);
  terminal?.dispose();
});

test("a seat that has as many labs as it may gets none that was kept ready either, and that one is kept", async () => {
  start(1, { labsPerSeat: 1 });
  spares.warm(nodes);
  await spares.take(nodes, "ann");
  spares.warm(nodes);
  await expect(spares.take(nodes, "ann")).rejects.toThrow("ann has 1 lab,");
  const { lab, terminal } = await spares.take(nodes, "bob");
  expect(lab).toBe(made[1]);
  terminal?.dispose();
});

test("where there may be one lab only, the spare is that one, and no other is made", async () => {
  start(2, { labs: 1, labsPerSeat: 1 });
  spares.warm(nodes);
  const { lab, terminal } = await spares.take(nodes, "ann");
  spares.warm(nodes);
  expect(made).toEqual([lab]);
  await expect(spares.take(nodes, "bob")).rejects.toThrow("this server holds 1 lab,");
  terminal?.dispose();
});

test("after the end nothing is kept ready, and what was is gone", async () => {
  spares.warm(nodes);
  await spares.dispose();
  await vi.waitFor(() => expect(made).toHaveLength(1), long);
  await made[0]?.ended;
  spares.warm(nodes);
  await expect(spares.take(nodes, "ann")).resolves.toMatchObject({ terminal: null });
  expect(made).toHaveLength(2);
});
