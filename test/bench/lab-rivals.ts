/** What a lab's start is measured against: bare `unshare` of the same namespaces, and `podman run`. */
import { type ChildProcess, execFileSync, spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { untilPrompt } from "./until-prompt.ts";

/** Every kind that a node of a lab has of its own. */
const namespaces = [
  "--user",
  "--map-root-user",
  "--mount",
  "--pid",
  "--fork",
  "--kill-child",
  "--net",
  "--ipc",
  "--uts",
  "--cgroup",
];

/**
 * Milliseconds until bash in namespaces of its own shows its prompt and a second set of them is there too, since a lab of one node
 * is that node and its internet. Both start at once.
 */
export async function bareUnshare(): Promise<number> {
  const start = performance.now();
  const other = spawn("unshare", [...namespaces, "sh", "-c", "echo up; exec cat"], {
    stdio: ["pipe", "pipe", "inherit"],
  });
  const isUp = once(other.stdout, "data").then(() => performance.now() - start);
  const shown = untilPrompt("unshare", [...namespaces, "bash", "--norc", "--noprofile"]);
  const times = await Promise.all([isUp, shown]);
  const ended = once(other, "close");
  other.stdin.end();
  await ended;
  return Math.max(...times);
}

/** Podman on this machine, with its own storage, in a mount and a network namespace of its own. */
export class BarePodman {
  readonly #folder: string;
  readonly #holder: ChildProcess;

  private constructor(folder: string, holder: ChildProcess) {
    this.#folder = folder;
    this.#holder = holder;
  }

  /** Rejects where there is no Podman or no static busybox, or where it cannot have namespaces. */
  static async open(): Promise<BarePodman> {
    execFileSync("podman", ["--version"], { stdio: "pipe" });
    const folder = mkdtempSync(join(tmpdir(), "shelldeck-bench-"));
    const holder = spawn("unshare", ["--mount", "--net", "sh", "-c", holderScript, "sh", folder], {
      stdio: ["pipe", "pipe", "inherit"],
    });
    const podman = new BarePodman(folder, holder);
    const [said] = await Promise.race([once(holder.stdout, "data"), once(holder, "close")]);
    if (String(said).trim() === "ready") return podman;
    await podman.close();
    throw new Error("podman's surroundings could not be made");
  }

  /** Milliseconds until a shell in a new container shows its prompt, and the container is removed; `network`: none, or podman's own. */
  run(network: "none" | "podman"): Promise<number> {
    const own = ["root", "runroot", "tmpdir"].map((name) => `--${name}=${join(this.#folder, name)}`);
    const options = [
      "--rm",
      "-it",
      `--network=${network}`,
      "--cgroups=disabled",
      "--ulimit=nofile=1024:1024",
      "--ulimit=nproc=256:256",
      "--rootfs",
      join(this.#folder, "tree"),
    ];
    return untilPrompt("nsenter", [
      `--target=${this.#holder.pid}`,
      "--mount",
      "--net",
      "podman",
      ...own,
      "run",
      ...options,
      "/bin/sh",
    ]);
  }

  async close(): Promise<void> {
    if (this.#holder.exitCode === null) {
      const ended = once(this.#holder, "close");
      this.#holder.stdin?.end();
      await ended;
    }
    rmSync(this.#folder, { recursive: true, force: true });
  }
}

/** Podman's crun refuses a host with version 1 controllers beside cgroup2; here it sees cgroup2 alone, as labs do. */
const holderScript = `mkdir -p "$1/tree/bin" && cp "$(command -v busybox)" "$1/tree/bin/busybox" && ln -s busybox "$1/tree/bin/sh" || exit
[ -e /sys/fs/cgroup/cgroup.controllers ] || mount -t cgroup2 cgroup2 /sys/fs/cgroup || exit
ip link set lo up
echo ready
exec cat >/dev/null`;
