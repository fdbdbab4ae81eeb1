/** How long it takes from nothing to a prompt in a new lab, beside bare namespaces and Podman, in turns so that a busy machine hits all alike. */
import { setTimeout as sleep } from "node:timers/promises";
import type { Lab, LabEngine } from "../../server/lab/index.ts";
import { Terminal } from "../../server/terminal/index.ts";
import { BarePodman, bareUnshare } from "./lab-rivals.ts";
import { type Summary, summarize } from "./measure.ts";

const nonce = "00be4c00";
const size = { columns: 100, rows: 30 };

/** Podman is slow and even; one of so many turns is enough for it. */
const podmanTurns = 3;
const warmUps = 2;

/** Before each start: the kernel still clears up after what ended, and would make the next wait for it. */
const pauseMs = 100;

export interface LabStarts {
  lab: Summary;
  /** Of the lab's time: until the lab was there, without its shell. */
  made: Summary;
  unshare: Summary;
  podmanWithoutNetwork: Summary | null;
  podman: Summary | null;
}

/** Opens a lab's shell; resolves at its prompt. */
export async function openAtPrompt(lab: Lab): Promise<Terminal> {
  const command = await lab.shell("node1", nonce);
  const terminal = new Terminal({ id: 1, node: "node1", epoch: "bench", nonce, size, command });
  await new Promise<void>((resolve, reject) => {
    terminal.listen({
      mark: (mark) => mark.kind === "input" && resolve(),
      changed: () => terminal.state === "exited" && reject(new Error("the shell ended")),
    });
  });
  return terminal;
}

export async function measureStarts(engine: LabEngine, runs: number): Promise<LabStarts> {
  const times = {
    lab: [] as number[],
    made: [] as number[],
    unshare: [] as number[],
    podmanWithoutNetwork: [] as number[],
    podman: [] as number[],
  };
  const podman = await BarePodman.open().catch(() => null);
  try {
    for (let run = -warmUps; run < runs; run += 1) {
      await sleep(pauseMs);
      const { made, lab } = await newLab(engine);
      await sleep(pauseMs);
      const bare = await bareUnshare();
      if (run >= 0) {
        times.lab.push(lab);
        times.made.push(made);
        times.unshare.push(bare);
      }
      if (!podman || run % podmanTurns !== 0) continue;
      times.podmanWithoutNetwork.push(await podman.run("none"));
      times.podman.push(await podman.run("podman"));
    }
  } finally {
    await podman?.close();
  }
  const summary = (list: number[]) => (list.length > 0 ? summarize(list) : null);
  return {
    lab: summarize(times.lab),
    made: summarize(times.made),
    unshare: summarize(times.unshare),
    podmanWithoutNetwork: summary(times.podmanWithoutNetwork),
    podman: summary(times.podman),
  };
}

async function newLab(engine: LabEngine): Promise<{ made: number; lab: number }> {
  const start = performance.now();
  const lab = await engine.create({ nodes: ["node1"] });
  const made = performance.now() - start;
  const terminal = await openAtPrompt(lab);
  const time = performance.now() - start;
  terminal.dispose();
  await lab.dispose();
  return { made, lab: time };
}
