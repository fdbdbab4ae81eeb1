/** One lab is kept ready, for the kind that was asked for, and never handed out twice. */
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import {
  createLabEngine,
  type LabEngine,
  type LabPool,
  type LabSpec,
  poolLabs,
} from "../../server/lab/index.ts";

const node1: LabSpec = { nodes: ["node1"] };
let asked: LabSpec[];
let pool: LabPool;
beforeEach(async () => {
  asked = [];
  const engine = await createLabEngine();
  const counted: LabEngine = {
    obstacle: engine.obstacle,
    create: (spec) => {
      asked.push(spec);
      return engine.create(spec);
    },
    dispose: () => engine.dispose(),
  };
  pool = poolLabs(counted);
});
afterEach(() => pool.dispose());

test("a lab that was kept ready is given, and another made ready after it", async () => {
  pool.warm(node1);
  pool.warm(node1);
  expect(asked).toHaveLength(1);
  const first = await pool.create(node1);
  expect(asked).toHaveLength(1);
  await vi.waitFor(() => expect(asked).toHaveLength(2), { timeout: 5000 });
  const second = await pool.create(node1);
  expect(second.id).not.toBe(first.id);
});

test("without a warm one a lab is made as before", async () => {
  const lab = await pool.create(node1);
  expect(lab.nodes).toEqual(["node1"]);
  expect(asked).toHaveLength(1);
});

test("after its end nothing is kept ready", async () => {
  pool.warm(node1);
  await pool.create(node1);
  await pool.dispose();
  await new Promise((resolve) => setTimeout(resolve, 700));
  expect(asked).toHaveLength(1);
});
