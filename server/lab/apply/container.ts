/** One running node: a `crun run` that ends with it and clears up after it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { firstProcessSays } from "../plan/index.ts";
import { hostEnvironment } from "./run.ts";

export class Container {
  readonly id: string;
  /** Settles when crun has ended, whatever made it end. */
  readonly ended: Promise<void>;
  readonly #child: ChildProcess;
  readonly #pidFile: string;
  #said = "";
  #complaint = "";
  #hasEnded = false;

  /** `command`: a host command line that runs the container in the foreground; `archive`: the tar archive it unpacks first. */
  constructor(id: string, command: string[], archive: Buffer, pidFile: string) {
    this.id = id;
    this.#pidFile = pidFile;
    const [file = "", ...args] = command;
    this.#child = spawn(file, args, {
      env: hostEnvironment,
      stdio: ["pipe", "pipe", "pipe"],
      cwd: "/",
      detached: true,
    });
    this.#child.stdout?.setEncoding("utf8").on("data", (text: string) => {
      this.#said += text;
    });
    this.#child.stderr?.setEncoding("utf8").on("data", (text: string) => {
      this.#complaint = (this.#complaint + text).slice(-4096);
    });
    this.#child.stdin?.on("error", () => {});
    this.#child.stdin?.write(`${archive.length}\n`);
    this.#child.stdin?.write(archive);
    this.ended = new Promise((resolve) => {
      const end = (error?: Error) => {
        if (error) this.#complaint ||= error.message;
        this.#hasEnded = true;
        resolve();
      };
      this.#child.on("error", end);
      this.#child.on("close", () => end());
    });
  }

  /** What crun or the first process said on standard error; "" when nothing. */
  get complaint(): string {
    return this.#complaint.trim();
  }

  /** The host's id of the crun that watches over the container. */
  get crunPid(): number | undefined {
    return this.#child.pid;
  }

  /** Whether crun could not clear up after the container. */
  get crunWasKilled(): boolean {
    return this.#child.signalCode !== null;
  }

  get hasEnded(): boolean {
    return this.#hasEnded;
  }

  /** Waits until its namespaces can be wired; gives the host's id of its first process. */
  async up(): Promise<number> {
    await this.#says(firstProcessSays.up);
    for (;;) {
      const pid = readPid(this.#pidFile);
      if (pid !== null) return pid;
      if (this.#hasEnded) throw new Error(this.#whyItEnded());
      await sleep(1);
    }
  }

  /** Waits until its files are in place. */
  ready(): Promise<void> {
    return this.#says(firstProcessSays.ready);
  }

  /** Lets go of the lifeline: the container's first process ends, and the kernel ends all others. */
  letGo(): void {
    this.#child.stdin?.destroy();
  }

  async #says(word: string): Promise<void> {
    while (!this.#said.split("\n").includes(word)) {
      if (this.#hasEnded) throw new Error(this.#whyItEnded());
      await Promise.race([once(this.#child.stdout ?? this.#child, "data"), this.ended]);
    }
  }

  #whyItEnded(): string {
    return this.complaint || "it ended before it was ready";
  }
}

/** crun writes the file at about the time when the first process starts; null until then. */
function readPid(path: string): number | null {
  try {
    return Number(readFileSync(path, "utf8")) || null;
  } catch {
    return null;
  }
}
