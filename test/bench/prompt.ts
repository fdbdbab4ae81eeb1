/** How long it takes from nothing to a shell's prompt: a lab, bare `unshare` of the same namespaces, `podman run`. */
import { execFileSync } from "node:child_process";
import { spawn } from "node-pty";
import { createLabEngine } from "../../server/lab/index.ts";
import { Terminal } from "../../server/terminal/index.ts";
import { repeat, type Summary } from "./measure.ts";

const nonce = "00be4c00";
const size = { columns: 100, rows: 30 };

export interface PromptTimes {
  lab: Summary | { skipped: string };
  unshare: Summary;
  podman: Summary | { skipped: string };
}

export async function measurePrompts(runs: number): Promise<PromptTimes> {
  const engine = await createLabEngine();
  try {
    const lab = engine.obstacle
      ? { skipped: engine.obstacle.reason }
      : await repeat(runs, async () => {
          const start = performance.now();
          const lab = await engine.create({ nodes: ["node1"] });
          const command = await lab.shell("node1", nonce);
          const terminal = new Terminal({ id: 1, node: "node1", epoch: "bench", nonce, size, command });
          await new Promise<void>((resolve) => {
            terminal.listen({ mark: (mark) => mark.kind === "input" && resolve() });
          });
          const time = performance.now() - start;
          terminal.dispose();
          await lab.dispose();
          return time;
        });
    return { lab, unshare: await repeat(runs, bareUnshare), podman: await podman(Math.min(runs, 10)) };
  } finally {
    await engine.dispose();
  }
}

function bareUnshare(): Promise<number> {
  const namespaces = [
    "--user",
    "--map-root-user",
    "--mount",
    "--pid",
    "--fork",
    "--net",
    "--ipc",
    "--uts",
    "--cgroup",
  ];
  return untilPrompt("unshare", [...namespaces, "bash", "--norc", "--noprofile"]);
}

/** Skipped where Podman is not, or cannot run a container of a tree made here. */
async function podman(runs: number): Promise<Summary | { skipped: string }> {
  const image = "localhost/shelldeck-bench";
  try {
    execFileSync("sh", ["-c", `{ ${busyboxTree}; } | podman import - ${image}`], { stdio: "pipe" });
  } catch (error) {
    return { skipped: `podman: ${(error as Error).message.split("\n")[0]}` };
  }
  const options = [
    "--rm",
    "-it",
    "--network=none",
    "--cgroups=disabled",
    "--ulimit=nofile=1024:1024",
    "--ulimit=nproc=256:256",
  ];
  try {
    const command = ["podman", "run", ...options, image, "/bin/sh"];
    return await repeat(
      runs,
      () => untilPrompt("unshare", ["--mount", "sh", "-c", unifiedCgroups, "sh", ...command]),
      1,
    );
  } catch (error) {
    return { skipped: `podman: ${(error as Error).message}` };
  } finally {
    execFileSync("podman", ["rmi", "--force", image], { stdio: "pipe" });
  }
}

/** Podman's crun refuses a host with version 1 controllers beside cgroup2; there it sees cgroup2 alone, as labs do. */
const unifiedCgroups =
  '[ -e /sys/fs/cgroup/cgroup.controllers ] || mount -t cgroup2 cgroup2 /sys/fs/cgroup; exec "$@"';

const busyboxTree =
  'd=$(mktemp -d) && mkdir $d/bin && cp "$(command -v busybox)" $d/bin/busybox && ln -s busybox $d/bin/sh && tar -C $d -c . && rm -r $d';

/** Milliseconds until a program on a pty shows a prompt (`# ` or `$ `). */
function untilPrompt(file: string, args: string[]): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    const child = spawn(file, args, { name: "xterm", cols: 100, rows: 30, cwd: "/" });
    let output = "";
    child.onData((data) => {
      output += data;
      if (!/[#$] /.test(output)) return;
      resolve(performance.now() - start);
      child.write("exit\r");
    });
    child.onExit(() => reject(new Error(`${file} ended: ${output.trim().slice(0, 200)}`)));
  });
}
