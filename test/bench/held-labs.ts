/** Makes many labs, each with a shell at its prompt, and ends them. */
import type { Lab, LabEngine } from "../../server/lab/index.ts";
import type { Terminal } from "../../server/terminal/index.ts";
import { openAtPrompt } from "./lab-start.ts";

export interface HeldLab {
  lab: Lab;
  terminal: Terminal;
}

/** Made side by side at a time; more only wait for a processor. */
const atOnce = 4;

export async function makeLabs(engine: LabEngine, count: number): Promise<HeldLab[]> {
  const held: HeldLab[] = [];
  let left = count;
  const makeSome = async () => {
    while (left > 0) {
      left -= 1;
      const lab = await engine.create({ nodes: ["node1"] });
      held.push({ lab, terminal: await openAtPrompt(lab) });
    }
  };
  await Promise.all(Array.from({ length: atOnce }, makeSome));
  return held;
}

/** Ends all at once; gives the milliseconds until nothing of them is left. */
export async function endLabs(held: readonly HeldLab[]): Promise<number> {
  const start = performance.now();
  await Promise.all(
    held.map(({ lab, terminal }) => {
      terminal.dispose();
      return lab.dispose();
    }),
  );
  return performance.now() - start;
}
