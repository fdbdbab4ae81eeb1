/** crun as an engine uses it: in the keeper's namespaces, with the engine's own state. */
import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { ContainerPlan, LabPlan } from "../plan/index.ts";
import { containerScript, enterScript, resizeScript } from "./host-scripts.ts";
import type { Keeper } from "./keeper.ts";
import { hostEnvironment, run } from "./run.ts";

type CommandLine = [file: string, ...args: string[]];

export class Crun {
  /** As in "crun 1.8.1". */
  readonly version: string;
  /** The keeper in whose namespaces crun runs; another one after it was killed. */
  keeper: Keeper;
  readonly #stateFolder: string;

  private constructor(version: string, keeper: Keeper, stateFolder: string) {
    this.version = version;
    this.keeper = keeper;
    this.#stateFolder = stateFolder;
  }

  static async find(keeper: Keeper, stateFolder: string): Promise<Crun> {
    const { stdout } = await promisify(execFile)("crun", ["--version"], { env: hostEnvironment }).catch(
      ({ stderr, message }) => {
        throw new Error(`crun --version: ${String(stderr ?? "").trim() || message}`);
      },
    );
    const version = /version (\S+)/.exec(stdout)?.[1] ?? "of an unknown version";
    return new Crun(`crun ${version}`, keeper, stateFolder);
  }

  /** A command line for the host that makes a container and stays with it, in the cgroups that `joinFiles` open. */
  container(
    joinFiles: readonly string[],
    { bundle, maker }: ContainerPlan,
    { limits }: LabPlan,
    args: readonly string[],
  ): CommandLine {
    const mapping = bundle.linux.uidMappings
      .map(({ containerID, hostID, size }) => `${containerID} ${hostID} ${size}`)
      .join("\n");
    const settings = [String(maker), mapping, String(limits.processes)];
    return this.#command(joinFiles, [...bash(containerScript), ...settings], args);
  }

  /** A command line for the host that runs crun with these arguments, with nothing inherited. */
  command(joinFiles: readonly string[], args: readonly string[]): CommandLine {
    return this.#command(joinFiles, [], args);
  }

  /** The same for a process on a terminal. */
  terminalCommand(joinFiles: readonly string[], args: readonly string[]): CommandLine {
    return this.#command(joinFiles, passesOnSize(this.version) ? [] : bash(resizeScript), args);
  }

  #command(joinFiles: readonly string[], before: readonly string[], args: readonly string[]): CommandLine {
    const crun = ["crun", "--root", this.#stateFolder, "--cgroup-manager=disabled", ...args];
    return [
      "bash",
      ...bash(enterScript).slice(1),
      joinFiles.join(" "),
      ...this.keeper.enter(),
      ...before,
      ...crun,
    ];
  }

  /** Ends a container, whatever it does; quiet when there is none. */
  async delete(containerId: string): Promise<void> {
    const [file, ...args] = this.command([], ["delete", "--force", containerId]);
    await run(file, args);
  }
}

function bash(script: string): string[] {
  return ["bash", "--norc", "-c", script, "shelldeck-enter"];
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
