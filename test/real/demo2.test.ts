/** Demo 2, played on the stage in a real lab with real Podman: every step shows what it promises. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { afterAll, beforeAll, describe, expect, test, vi } from "vitest";
import { parseDemo } from "../../server/demo/index.ts";
import { createLabEngine } from "../../server/lab/index.ts";
import { serve, type TestApp, type TestSeat, takeSeat } from "../web/app.ts";
import { type TestImages, testImages } from "./lab-images.ts";

const name = "demo2-podman-networking";
const script = readFileSync(fileURLToPath(new URL(`../../demos/${name}.sh`, import.meta.url)), "utf8");
const demo = parseDemo(name, script, () => []);
const steps = demo.acts.flatMap((act) => act.steps).filter((step) => !step.hidden);

let images: TestImages;
let app: TestApp;
let presenter: TestSeat;
beforeAll(async () => {
  images = await testImages();
  const engine = await createLabEngine({ images: images.path });
  expect(engine.obstacle).toBeNull();
  app = await serve(engine, { deck: `# Podman\n\n[Demo](${name})\n`, demos: { [name]: script } });
  presenter = await takeSeat(app);
  await vi.waitFor(() => expect(presenter.last("welcome")?.obstacle).toBeNull(), { timeout: 15_000 });
  presenter.say({ type: "open", purpose: { kind: "demo", demo: name } });
  await vi.waitFor(() => expect(presenter.last("terminal")?.state).toBe("prompt"), { timeout: 15_000 });
});
afterAll(async () => {
  await app?.dispose();
  await images?.remove();
});

describe(name, () => {
  test("has no mistake, and wants node1 alone", () => {
    expect(demo.problems).toEqual([]);
    expect(demo.nodes).toEqual(["node1"]);
    expect(demo.title).toBe("Networking in Podman");
  });

  test.each(steps.map(({ line, lines, step }) => [line, lines.at(-1) ?? "", step] as const))(
    "line %i: %s",
    async (_line, _command, step) => {
      presenter.say({ type: "play", demo: name, step });
      const over = ["done", "failed"];
      await vi.waitFor(() => expect(over).toContain(presenter.last("demo")?.steps[step]?.state), {
        timeout: 60_000,
      });
      expect(presenter.last("demo")?.steps[step]).toMatchObject({ state: "done" });
    },
  );
});
