/** The engine that holds labs in OCI containers run by crun. */
import { existsSync } from "node:fs";
import { rm, rmdir, writeFile } from "node:fs/promises";
import type { Obstacle } from "../../protocol.ts";
import { type Lab, type LabEngine, LabError, type LabSpec } from "../lab.ts";
import { type HostFacts, planLab } from "../plan/index.ts";
import { Crun } from "./crun.ts";
import { type EngineFolder, makeEngineFolder } from "./engine-folder.ts";
import { hostEtcFiles, hostFacts } from "./host.ts";
import { Keeper } from "./keeper.ts";
import { controllerFolders, makeControllerFolders } from "./limits.ts";
import { clearUp } from "./reaper.ts";
import type { RunningLab } from "./running-lab.ts";
import { startLab, type Workshop } from "./start-lab.ts";
import { packTar } from "./tar.ts";
import { makeTemplate } from "./template.ts";
import { freeSlot, takeSlot } from "./uid-slot.ts";

export class CrunEngine implements LabEngine {
  readonly obstacle: Obstacle | null = null;
  readonly #folder: EngineFolder;
  readonly #keeper: Keeper;
  readonly #host: HostFacts;
  readonly #workshop: Workshop;
  readonly #labs = new Set<Promise<RunningLab>>();
  #labsMade = 0;
  #end: Promise<void> | null = null;

  private constructor(folder: EngineFolder, keeper: Keeper, host: HostFacts, workshop: Workshop) {
    this.#folder = folder;
    this.#keeper = keeper;
    this.#host = host;
    this.#workshop = workshop;
  }

  /** Throws where the host refuses what an engine needs; then nothing is left. */
  static async start(runFolder: string): Promise<CrunEngine> {
    const host = hostFacts();
    const folder = makeEngineFolder(runFolder);
    const controllers = host.cgroups === "hybrid" ? controllerFolders(folder.name) : [];
    const cgroupFolders = controllers.map(({ path }) => path);
    let keeper: Keeper | null = null;
    try {
      await makeTemplate(folder.root, host.hasBusybox);
      await writeFile(folder.leftovers, JSON.stringify({ keeper: null, cgroups: cgroupFolders }));
      // Nothing comes between the two: a server that is killed here has a keeper that clears up.
      makeControllerFolders(controllers);
      keeper = await Keeper.start(folder, host.cgroups, cgroupFolders);
      await writeFile(folder.leftovers, JSON.stringify({ keeper: keeper.identity, cgroups: cgroupFolders }));
      const crun = await Crun.find(keeper, folder.crun);
      const commonFiles = packTar(hostEtcFiles());
      return new CrunEngine(folder, keeper, host, { crun, labs: folder.labs, controllers, commonFiles });
    } catch (error) {
      await keeper?.dispose();
      await rm(folder.path, { recursive: true, force: true });
      for (const path of cgroupFolders) await rmdir(path).catch(() => {});
      throw error;
    }
  }

  async create(spec: LabSpec): Promise<Lab> {
    this.#labsMade += 1;
    const id = String(this.#labsMade);
    if (this.#end) throw new LabError(`lab ${id}: the lab engine has ended`, "start shelldeck again");
    if (!this.#keeper.isAlive)
      throw new LabError(`lab ${id}: the labs' keeper was killed`, "start shelldeck again");
    const slot = takeSlot(this.#folder);
    const cgroupsPath = `/shelldeck/${this.#folder.name}`;
    const release = () => {
      freeSlot(this.#folder, slot);
      this.#labs.delete(starting);
    };
    const starting = this.#start(spec, { id, slot, paths: this.#folder, cgroupsPath }, release);
    this.#labs.add(starting);
    return starting;
  }

  dispose(): Promise<void> {
    this.#end ??= this.#disposeOnce();
    return this.#end;
  }

  async #start(spec: LabSpec, site: Parameters<typeof planLab>[1], release: () => void): Promise<RunningLab> {
    await null;
    try {
      return await startLab(planLab(spec, site, this.#host), this.#workshop, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  async #disposeOnce(): Promise<void> {
    const labs = await Promise.allSettled(this.#labs);
    await Promise.all(labs.map((lab) => (lab.status === "fulfilled" ? lab.value.dispose() : null)));
    await this.#keeper.dispose();
    // Nothing is there any more, unless the keeper was killed.
    if (existsSync(this.#folder.path)) await clearUp(this.#folder);
  }
}
