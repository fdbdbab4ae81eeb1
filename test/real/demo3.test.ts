/** Demo 3, played on the stage on two nodes of a real lab: every step shows what it promises. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseDemo } from "../../server/demo/index.ts";
import { createLabEngine } from "../../server/lab/index.ts";
import { serve, type TestApp, type TestSeat, takeSeat } from "../web/app.ts";

const name = "demo3-overlay";
const script = readFileSync(fileURLToPath(new URL(`../../demos/${name}.sh`, import.meta.url)), "utf8");
const demo = parseDemo(name, script, () => []);
const steps = demo.acts.flatMap((act) => act.steps).filter((step) => !step.hidden);

let app: TestApp;
let presenter: TestSeat;
beforeAll(async () => {
  const engine = await createLabEngine();
  expect(engine.obstacle).toBeNull();
  app = await serve(engine, { deck: `# Overlay\n\n[Demo](${name})\n`, demos: { [name]: script } });
  presenter = await takeSeat(app);
  await vi.waitFor(() => expect(presenter.last("welcome")?.obstacle).toBeNull(), { timeout: 15_000 });
  presenter.say({ type: "open", purpose: { kind: "demo", demo: name } });
  await vi.waitFor(
    () => {
      const told = presenter.heard.flatMap((each) => (each.type === "terminal" ? [each] : []));
      const ready = told.filter(({ state }) => state === "prompt").map(({ node }) => node);
      expect(new Set(ready)).toEqual(new Set(["node1", "node2"]));
    },
    { timeout: 15_000 },
  );
});
afterAll(async () => {
  await app?.dispose();
});

describe(name, () => {
  test("has no mistake, and has steps on two nodes", () => {
    expect(demo.problems).toEqual([]);
    expect(demo.nodes).toEqual(["node1", "node2"]);
    expect(new Set(steps.map((step) => step.node))).toEqual(new Set(demo.nodes));
  });

  test.each(steps.map((step) => [step.line, step.node, step.lines.at(-1) ?? "", step.step] as const))(
    "line %i on %s: %s",
    async (_line, _node, _command, index) => {
      presenter.say({ type: "play", demo: name, step: index });
      const report = () => presenter.last("demo")?.steps[index];
      await vi.waitFor(() => expect(["done", "failed"]).toContain(report()?.state), { timeout: 60_000 });
      expect(report()?.why ?? report()?.state).toBe("done");
    },
  );
});
