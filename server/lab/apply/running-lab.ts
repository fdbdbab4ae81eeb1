/** A lab that runs: its containers, their folder and their cgroups, and the end of all of them. */
import { writeFileSync } from "node:fs";
import { rm } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { type Lab, LabError, type ShellCommand } from "../lab.ts";
import {
  containerId,
  type NodeProcess,
  nodeProcess,
  type ProcessLimit,
  shellProcess,
} from "../plan/index.ts";
import { removeCgroups } from "./cgroups.ts";
import type { Container } from "./container.ts";
import type { Crun } from "./crun.ts";
import { hostEnvironment } from "./run.ts";

/** What a lab has on the host besides its containers. */
export interface LabHome {
  /** Holds the lab's bundles and process files. */
  folder: string;
  /** Of each container, by the node's name. */
  cgroups: ReadonlyMap<string, readonly string[]>;
  /** The files by which a process joins a container's cgroups. */
  joinFiles(containerId: string): string[];
  /** Of every process. */
  rlimits: ProcessLimit[];
  crun: Crun;
  /** Called once, when nothing of the lab is left. */
  release(): void;
}

/** How long a container may take to end by itself once its lifeline is closed. */
const endTimeoutMs = 1000;

export class RunningLab implements Lab {
  readonly id: string;
  readonly nodes: readonly string[];
  readonly ended: Promise<void>;
  readonly #containers: readonly Container[];
  readonly #home: LabHome;
  #processFiles = 0;
  #end: Promise<void> | null = null;

  constructor(id: string, nodes: readonly string[], containers: readonly Container[], home: LabHome) {
    this.id = id;
    this.nodes = nodes;
    this.#containers = containers;
    this.#home = home;
    this.ended = Promise.race(containers.map((container) => container.ended)).then(() => this.dispose());
  }

  async shell(node: string, nonce: string): Promise<ShellCommand> {
    if (!/^[0-9a-f]+$/.test(nonce))
      throw new LabError(`lab ${this.id}: a nonce is hexadecimal`, "make it of random bytes");
    return this.#exec(node, shellProcess(nonce, this.#home.rlimits));
  }

  command(node: string, argv: string[], terminal?: Record<string, string>): ShellCommand {
    return this.#exec(node, nodeProcess(argv, this.#home.rlimits, terminal));
  }

  dispose(): Promise<void> {
    this.#end ??= this.#disposeOnce();
    return this.#end;
  }

  /** The process's settings travel in a file that only root reads, so that argv and environment say nothing. */
  #exec(node: string, process: NodeProcess): ShellCommand {
    if (!this.nodes.includes(node)) {
      throw new LabError(`lab ${this.id}: there is no node "${node}"`, `use ${this.nodes.join(", ")}`);
    }
    if (this.#end) throw new LabError(`lab ${this.id}: it has ended`, "start a new lab");
    this.#processFiles += 1;
    const path = join(this.#home.folder, `process-${this.#processFiles}.json`);
    writeFileSync(path, JSON.stringify(process), { mode: 0o600 });
    const id = containerId(this.id, node);
    const args = ["exec", "--process", path, id];
    const { crun, joinFiles } = this.#home;
    const [file, ...rest] = process.terminal
      ? crun.terminalCommand(joinFiles(id), args)
      : crun.command(joinFiles(id), args);
    return { file, args: rest, env: hostEnvironment };
  }

  /** A container that cannot be ended keeps its uid range and its files, for the keeper to try again. */
  async #disposeOnce(): Promise<void> {
    for (const container of this.#containers) container.letGo();
    const ends = await Promise.all(this.#containers.map((container) => this.#endOf(container)));
    await removeCgroups([...this.#home.cgroups.values()].flat());
    if (!ends.every(Boolean)) return;
    await rm(this.#home.folder, { recursive: true, force: true });
    this.#home.release();
  }

  async #endOf(container: Container): Promise<boolean> {
    if ((await isEndedWithin(container, endTimeoutMs)) && !container.crunWasKilled) return true;
    await this.#home.crun.delete(container.id);
    return isEndedWithin(container, endTimeoutMs);
  }
}

async function isEndedWithin(container: Container, timeoutMs: number): Promise<boolean> {
  const timer = new AbortController();
  const late = sleep(timeoutMs, false, { signal: timer.signal }).catch(() => false);
  const isEnded = await Promise.race([container.ended.then(() => true), late]);
  timer.abort();
  return isEnded;
}
