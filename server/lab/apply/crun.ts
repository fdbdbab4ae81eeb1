/** crun as an engine uses it: in the keeper's mount namespace, with the engine's own state. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { enterAndResizeScript, enterScript } from "./host-scripts.ts";
import type { Keeper } from "./keeper.ts";
import { hostEnvironment, run } from "./run.ts";

type CommandLine = [file: string, ...args: string[]];

export class Crun {
  /** As in "crun 1.8.1". */
  readonly version: string;
  readonly #keeper: Keeper;
  readonly #stateFolder: string;

  private constructor(version: string, keeper: Keeper, stateFolder: string) {
    this.version = version;
    this.#keeper = keeper;
    this.#stateFolder = stateFolder;
  }

  static async find(keeper: Keeper, stateFolder: string): Promise<Crun> {
    const { stdout } = await promisify(execFile)("crun", ["--version"], { env: hostEnvironment });
    const version = /version (\S+)/.exec(stdout)?.[1] ?? "of an unknown version";
    return new Crun(`crun ${version}`, keeper, stateFolder);
  }

  /** A command line for the host that runs crun with these arguments, within cgroups and with nothing inherited. */
  command(cgroups: readonly string[], args: readonly string[]): CommandLine {
    return this.#command(enterScript, cgroups, args);
  }

  /** The same for a process on a terminal. */
  terminalCommand(cgroups: readonly string[], args: readonly string[]): CommandLine {
    return this.#command(passesOnSize(this.version) ? enterScript : enterAndResizeScript, cgroups, args);
  }

  #command(script: string, cgroups: readonly string[], args: readonly string[]): CommandLine {
    const enter = ["--norc", "-c", script, "shelldeck-enter", cgroups.join(" ")];
    return ["bash", ...enter, ...this.#keeper.enter, "crun", "--root", this.#stateFolder, ...args];
  }

  /** Ends a container, whatever it does; quiet when there is none. */
  async delete(containerId: string): Promise<void> {
    const [file, ...args] = this.command([], ["delete", "--force", containerId]);
    await run(file, args);
  }
}

/** crun passes on a terminal's new size since 1.8.7 (containers/crun pull request 1262). */
export function passesOnSize(version: string): boolean {
  const [major = 0, minor = 0, patch = 0] = version
    .replace(/^crun /, "")
    .split(".")
    .map(Number);
  if (major !== 1) return major > 1;
  return minor > 8 || (minor === 8 && patch >= 7);
}
