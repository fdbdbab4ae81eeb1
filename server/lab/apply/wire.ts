/** Applies a plan's wiring to running containers. */
import type { Wiring } from "../plan/index.ts";
import type { Keeper } from "./keeper.ts";
import { run } from "./run.ts";

/** The internet's part first, since it makes the links, then the nodes' side by side; throws what ip complained of. */
export async function wire(
  keeper: Keeper,
  wirings: readonly Wiring[],
  pids: ReadonlyMap<string, number>,
): Promise<void> {
  const [first, ...rest] = wirings;
  if (first) await wireOne(keeper, first, pids);
  await Promise.all(rest.map((wiring) => wireOne(keeper, wiring, pids)));
}

async function wireOne(keeper: Keeper, wiring: Wiring, pids: ReadonlyMap<string, number>): Promise<void> {
  const pid = (name: string) => {
    const found = pids.get(name);
    if (found === undefined) throw new Error(`the plan wires ${name}, which is not in it`);
    return String(found);
  };
  const lines = wiring.lines.map((line) =>
    line.replace(/@([a-z][a-z0-9]*)/g, (_, name: string) => pid(name)),
  );
  const [file = "", ...args] = keeper.enter(`--net=/proc/${pid(wiring.container)}/ns/net`);
  const { status, complaint } = await run(file, [...args, "ip", "-batch", "-"], `${lines.join("\n")}\n`);
  if (status !== 0) throw new Error(`ip in ${wiring.container}: ${complaint}`);
}
