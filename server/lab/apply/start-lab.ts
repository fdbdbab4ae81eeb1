/** Makes a planned lab: cgroups, bundles, containers, wires. */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { LabError } from "../lab.ts";
import type { ContainerPlan, LabPlan } from "../plan/index.ts";
import { type CgroupFolder, exempt, joinFiles, limitContainer, removeCgroups } from "./cgroups.ts";
import { Container } from "./container.ts";
import type { Crun } from "./crun.ts";
import { remedyFor } from "./remedy.ts";
import { RunningLab } from "./running-lab.ts";
import { archive, packTar } from "./tar.ts";
import { wire } from "./wire.ts";

/** What an engine lends to the making of its labs. */
export interface Workshop {
  crun: Crun;
  /** Holds a folder for each lab. */
  labs: string;
  runFolder: string;
  cgroups: readonly CgroupFolder[];
  /** The host's files that every node gets, as part of a tar archive. */
  commonFiles: Buffer;
}

/** Longest that a lab may take to start, for a machine under heavy load; usual are 50 ms. */
const startTimeoutMs = 20_000;

/** Gives the running lab; or throws a LabError, and nothing of the lab is left. `release` is called once when the lab is gone. */
export async function startLab(plan: LabPlan, workshop: Workshop, release: () => void): Promise<RunningLab> {
  const folder = join(workshop.labs, plan.id);
  const cgroups = new Map<string, string[]>();
  try {
    await prepare(plan, workshop, folder, cgroups);
  } catch (error) {
    await removeCgroups([...cgroups.values()].flat());
    await rm(folder, { recursive: true, force: true });
    release();
    const cause = (error as Error).message;
    throw new LabError(`lab ${plan.id}: ${cause}`, remedyFor(cause, workshop.runFolder));
  }
  const containers = plan.containers.map((container) => start(container, plan, workshop, folder));
  const lab = new RunningLab(plan.id, plan.nodes, containers, {
    folder,
    cgroups,
    joinFiles: (id) => joinFiles(workshop.cgroups, id),
    rlimits: plan.rlimits,
    crun: workshop.crun,
    release,
  });
  const timer = new AbortController();
  try {
    const late = sleep(startTimeoutMs, null, { signal: timer.signal }).then(() => {
      throw new Error(`it was not ready after ${startTimeoutMs / 1000} s`);
    });
    await Promise.race([connect(plan, containers, workshop), late]);
    return lab;
  } catch (error) {
    await lab.dispose();
    const complaint = containers.map((container) => container.complaint).find((text) => text !== "");
    const cause = complaint ? `${workshop.crun.version}: ${complaint}` : (error as Error).message;
    throw new LabError(`lab ${plan.id}: ${cause}`, remedyFor(cause, workshop.runFolder));
  } finally {
    timer.abort();
  }
}

async function prepare(plan: LabPlan, workshop: Workshop, folder: string, cgroups: Map<string, string[]>) {
  await mkdir(folder, { mode: 0o700 });
  await Promise.all(
    plan.containers.map(async ({ name, id, bundle }) => {
      const bundleFolder = join(folder, name);
      await mkdir(bundleFolder);
      await writeFile(join(bundleFolder, "config.json"), JSON.stringify(bundle));
      cgroups.set(name, await limitContainer(workshop.cgroups, plan.cgroup, id));
    }),
  );
}

function start(container: ContainerPlan, plan: LabPlan, workshop: Workshop, folder: string): Container {
  const { id, name, files } = container;
  const pidFile = join(folder, `${name}.pid`);
  const args = ["run", "--bundle", join(folder, name), "--pid-file", pidFile, id];
  const command = workshop.crun.container(joinFiles(workshop.cgroups, id), container, plan, args);
  return new Container(id, command, archive(workshop.commonFiles, packTar(files)), pidFile);
}

async function connect(
  plan: LabPlan,
  containers: readonly Container[],
  { crun, cgroups }: Workshop,
): Promise<void> {
  const pids = await Promise.all(containers.map((container) => container.up()));
  for (const { crunPid } of containers) if (crunPid) exempt(cgroups, crunPid);
  await Promise.all([
    wire(
      crun.keeper,
      plan.wiring,
      new Map(plan.containers.map(({ name }, index) => [name, pids[index] ?? 0])),
    ),
    ...containers.map((container) => container.ready()),
  ]);
}
