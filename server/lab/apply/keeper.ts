/** The engine's own process on the host: it holds the mount namespace labs are made in, and clears up when the server is gone. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import type { HostFacts } from "../plan/index.ts";
import { type EngineFolder, startTime, uidFolder } from "./engine-folder.ts";
import { keeperScript } from "./host-scripts.ts";
import { hostEnvironment } from "./run.ts";

export class Keeper {
  readonly #child: ChildProcess;

  private constructor(child: ChildProcess) {
    this.#child = child;
  }

  /** Throws what the keeper complained of when it cannot prepare the engine's places. */
  static async start(
    folder: EngineFolder,
    cgroups: HostFacts["cgroups"],
    cgroupFolders: string[],
  ): Promise<Keeper> {
    const names = [folder.path, uidFolder(folder.runFolder), folder.name, cgroups, ...cgroupFolders];
    const child = spawn(
      "unshare",
      [
        "--mount",
        "--propagation",
        "private",
        "bash",
        "--norc",
        "-c",
        keeperScript,
        "shelldeck-keeper",
        ...names,
      ],
      { env: hostEnvironment, stdio: ["pipe", "pipe", "pipe"], cwd: "/", detached: true },
    );
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-4096);
    });
    child.stdin.on("error", () => {});
    const ready = once(child.stdout, "data");
    const failed = new Promise<never>((_, reject) => {
      child.on("error", reject);
      child.on("close", () => reject(new Error(complaint.trim() || "it ended at once")));
    });
    await Promise.race([ready, failed]);
    failed.catch(() => {});
    return new Keeper(child);
  }

  /** `PID-STARTTIME`. */
  get identity(): string {
    const pid = this.#child.pid ?? 0;
    return `${pid}-${startTime(pid)}`;
  }

  get isAlive(): boolean {
    return this.#child.exitCode === null && this.#child.signalCode === null;
  }

  /** Command words that run what follows them in the keeper's mount namespace. */
  get enter(): string[] {
    return ["nsenter", `--target=${this.#child.pid}`, "--mount", "--"];
  }

  /** Ends the keeper, which removes all that the engine had. */
  async dispose(): Promise<void> {
    if (!this.isAlive) return;
    const ended = once(this.#child, "exit");
    this.#child.stdin?.end();
    await ended;
  }
}
