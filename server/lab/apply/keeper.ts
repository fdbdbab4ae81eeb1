/** The engine's own process on the host: it holds the namespaces labs are made in, and clears up when the server is gone. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { type EngineFolder, startTime } from "./engine-folder.ts";
import { keeperScript, mappedScript, tunScript } from "./host-scripts.ts";
import { type KeeperIds, mapIds } from "./keeper-ids.ts";
import { hostEnvironment } from "./run.ts";

export interface KeeperSettings {
  folder: EngineFolder;
  ids: KeeperIds;
  /** Namespaces of a kind that one id of the keeper's may make. */
  namespaces: number;
  /** A tar archive of container images; null where there are none. */
  images: string | null;
  /** Cgroups to remove in the end. */
  cgroups: readonly string[];
}

export class Keeper {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /**
   * `prepare` makes what the keeper works on; once it is called, all of that goes with the server, however the server ends. Throws what the
   * keeper complained of when it cannot do its part.
   */
  static async start(settings: KeeperSettings, prepare: () => void = () => {}): Promise<Keeper> {
    const { folder, ids, namespaces, images, cgroups } = settings;
    const names = [folder.runFolder, folder.path, folder.name, String(namespaces), images ?? "", ...cgroups];
    const keeper = ["bash", "--norc", "-c", keeperScript, "shelldeck-keeper", ...names];
    const own = ["unshare", "--mount", "--propagation", "private"];
    const mapped = [...own, "--user", "--cgroup", "sh", "-c", mappedScript, "sh"];
    const settled = [...mapped, folder.path, cgroups.join(" "), ...keeper];
    const [file = "", ...args] = ids.isRoot ? [...own, "sh", "-c", tunScript, "sh", ...settled] : settled;
    const child = spawn(file, args, {
      env: hostEnvironment,
      stdio: ["pipe", "pipe", "pipe"],
      cwd: "/",
      detached: true,
    });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-4096);
    });
    child.stdin.on("error", () => {});
    const failed = new Promise<never>((_, reject) => {
      child.on("error", reject);
      child.on("close", () => reject(new Error(complaint.trim() || "the labs' keeper ended at once")));
    });
    failed.catch(() => {});
    try {
      await Promise.race([once(child.stdout, "data"), failed]);
      prepare();
      await mapIds(child.pid ?? 0, ids);
      child.stdin.write("\n");
      await Promise.race([once(child.stdout, "data"), failed]);
      return new Keeper(child);
    } catch (error) {
      child.kill("SIGKILL");
      throw error;
    }
  }

  /** `PID-STARTTIME`. */
  get identity(): string {
    const pid = this.#child.pid ?? 0;
    return `${pid}-${startTime(pid)}`;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Settles when the keeper has ended. */
  get ended(): Promise<unknown> {
    return this.isAlive ? once(this.#child, "exit") : Promise.resolve();
  }

  /** Command words that run what follows them as root of the keeper's namespaces; `more` are options to nsenter. */
  enter(...more: string[]): string[] {
    return ["nsenter", `--target=${this.#child.pid}`, "--user", "--mount", ...more, "--"];
  }

  /** Ends the keeper, which removes all that the engine had. */
  async dispose(): Promise<void> {
    if (!this.isAlive) return;
    const ended = this.ended;
    this.#child.stdin?.end();
    await ended;
  }
}
