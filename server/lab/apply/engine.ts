/** The engine that holds labs in OCI containers run by crun. */
import { existsSync } from "node:fs";
import { rm } from "node:fs/promises";
import type { Obstacle } from "../../protocol.ts";
import { type Lab, type LabEngine, LabError, type LabSpec } from "../lab.ts";
import type { NodeLimits } from "../limits.ts";
import { type HostFacts, type LabPlan, type LabSite, planLab } from "../plan/index.ts";
import { removeEmptyFolders } from "./cgroups.ts";
import { Crun } from "./crun.ts";
import { nameEngineFolder } from "./engine-folder.ts";
import { findCgroups } from "./find-cgroups.ts";
import { canMapOwners, hostEtcFiles, hostFacts } from "./host.ts";
import type { Keeper, KeeperSettings } from "./keeper.ts";
import type { KeeperIds } from "./keeper-ids.ts";
import { clearUp } from "./reaper.ts";
import type { RunningLab } from "./running-lab.ts";
import { restartKeeper, startKeeper } from "./start-keeper.ts";
import { startLab, type Workshop } from "./start-lab.ts";
import { packTar } from "./tar.ts";
import { freeSlot, slotFor } from "./uid-slot.ts";

/** What an engine is told when it starts. */
export interface EngineSettings {
  runFolder: string;
  ids: KeeperIds;
  limits: NodeLimits;
  /** A tar archive of container images; null where there are none. */
  images: string | null;
}

/** Namespaces of a kind that a node has before anybody makes one in it: its own. */
const ownNamespaces = 1;

export class CrunEngine implements LabEngine {
  readonly obstacle: Obstacle | null = null;
  readonly #host: HostFacts;
  readonly #keeping: KeeperSettings;
  readonly #workshop: Workshop;
  readonly #site: Omit<LabSite, "id" | "slot">;
  readonly #labs = new Set<Promise<RunningLab>>();
  #labsMade = 0;
  #revival: Promise<void> | null = null;
  #end: Promise<void> | null = null;

  private constructor(
    host: HostFacts,
    keeping: KeeperSettings,
    workshop: Workshop,
    site: Omit<LabSite, "id" | "slot">,
  ) {
    this.#host = host;
    this.#keeping = keeping;
    this.#workshop = workshop;
    this.#site = site;
    this.#watch(workshop.crun.keeper);
  }

  /** Throws where the host refuses what an engine needs; then nothing is left. */
  static async start({ runFolder, ids, limits, images }: EngineSettings): Promise<CrunEngine> {
    const folder = nameEngineFolder(runFolder);
    const cgroups = await findCgroups(folder.name, ids.isRoot);
    const host = hostFacts(cgroups.kind);
    const keeping: KeeperSettings = {
      folder,
      ids,
      namespaces: limits.namespaces + ownNamespaces,
      images,
      cgroups: cgroups.folders.map(({ path }) => path),
    };
    let keeper: Keeper | null = null;
    try {
      keeper = await startKeeper(keeping, cgroups.folders, host.hasBusybox);
      const crun = await Crun.find(keeper, folder.crun);
      const workshop: Workshop = {
        crun,
        labs: folder.labs,
        runFolder,
        cgroups: cgroups.folders,
        commonFiles: packTar(hostEtcFiles()),
      };
      const store = images === null ? {} : { images: folder.images, imagesLackIdmap: !canMapOwners() };
      const paths = { root: folder.root, devices: folder.devices, ...store };
      return new CrunEngine(host, keeping, workshop, { uids: ids.pool, paths, limits });
    } catch (error) {
      await keeper?.dispose();
      removeEmptyFolders(cgroups.folders);
      await rm(folder.path, { recursive: true, force: true });
      throw error;
    }
  }

  plan(spec: LabSpec): LabPlan {
    return planLab(spec, { ...this.#site, id: String(this.#labsMade + 1), slot: 0 }, this.#host);
  }

  async create(spec: LabSpec): Promise<Lab> {
    this.#labsMade += 1;
    const id = String(this.#labsMade);
    if (!this.#end && !this.#crun.keeper.isAlive) await this.#revive(id);
    if (this.#end) throw new LabError(`lab ${id}: the lab engine has ended`, restart);
    const { folder, ids } = this.#keeping;
    const slot = slotFor(id, folder, ids);
    const release = () => {
      freeSlot(folder, slot);
      this.#labs.delete(starting);
    };
    const starting = this.#start(spec, { ...this.#site, id, slot }, release);
    this.#labs.add(starting);
    return starting;
  }

  dispose(): Promise<void> {
    this.#end ??= this.#disposeOnce();
    return this.#end;
  }

  get #crun(): Crun {
    return this.#workshop.crun;
  }

  async #start(spec: LabSpec, site: LabSite, release: () => void): Promise<RunningLab> {
    await null;
    try {
      return await startLab(planLab(spec, site, this.#host), this.#workshop, release);
    } catch (error) {
      release();
      throw error;
    }
  }

  /** A keeper that was killed takes its labs along, since nothing can enter them any more; the next lab gets a new keeper. */
  #watch(keeper: Keeper): void {
    keeper.ended.then(() => (this.#end ? null : this.#endLabs())).catch(() => {});
  }

  #revive(id: string): Promise<void> {
    this.#revival ??= this.#reviveOnce(id).finally(() => {
      this.#revival = null;
    });
    return this.#revival;
  }

  async #reviveOnce(id: string): Promise<void> {
    try {
      await this.#endLabs();
      const keeper = await restartKeeper(this.#keeping);
      this.#crun.keeper = keeper;
      if (this.#end) await keeper.dispose();
      else this.#watch(keeper);
    } catch (error) {
      const cause = (error as Error).message;
      throw new LabError(
        `lab ${id}: the labs' keeper was killed, and another cannot start: ${cause}`,
        restart,
      );
    }
  }

  async #endLabs(): Promise<void> {
    const labs = await Promise.allSettled(this.#labs);
    await Promise.all(labs.map((lab) => (lab.status === "fulfilled" ? lab.value.dispose() : null)));
  }

  async #disposeOnce(): Promise<void> {
    await this.#endLabs();
    await this.#crun.keeper.dispose();
    const { folder, ids } = this.#keeping;
    // Nothing is there any more, unless the keeper was killed.
    if (existsSync(folder.path)) await clearUp(folder, ids);
  }
}

const restart = "start shelldeck again";
