/** A temporary ordinary user with subordinate ids, and programs that run as that user in this checkout. */
import { execFileSync, spawn } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

/** Subordinate ids of a temporary user; the first are above those that systems hand out by themselves. */
const idsPerUser = 65_536;
const firstId = 1_000_000_000;
const users = 4096;

/** Binds the checkout where everybody may look, and becomes the user there; the mount goes with the program. */
const enterScript = `mount --rbind "$1" "$2" && cd "$2" || exit
name=$3
shift 3
exec setpriv --reuid "$name" --regid "$name" --init-groups "$@"`;

export class TemporaryUser {
  readonly name: string;
  readonly uid: number;
  readonly #folder: string;

  /** Needs root. */
  constructor() {
    this.name = `shelldeck-${process.pid}`;
    execFileSync("useradd", [
      "--no-create-home",
      "--key",
      "SUB_UID_COUNT=0",
      "--key",
      "SUB_GID_COUNT=0",
      this.name,
    ]);
    const first = firstId + (process.pid % users) * idsPerUser;
    const ids = `${first}-${first + idsPerUser - 1}`;
    execFileSync("usermod", ["--add-subuids", ids, "--add-subgids", ids, this.name]);
    this.uid = Number(execFileSync("id", ["--user", this.name], { encoding: "utf8" }));
    this.#folder = mkdtempSync(join(tmpdir(), "as-user-"));
    chmodSync(this.#folder, 0o755);
    mkdirSync(join(this.#folder, "checkout"), { mode: 0o755 });
  }

  /** Runs a command to its end in this checkout; gives its status and all that it said. */
  async run(
    command: string[],
    env: Record<string, string> = {},
  ): Promise<{ status: number | null; output: string }> {
    const { file, args, options } = this.#line(command, env);
    const child = spawn(file, args, { ...options, stdio: ["ignore", "pipe", "pipe"] });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding("utf8").on("data", (text: string) => {
        output += text;
      });
    }
    const status = await new Promise<number | null>((resolve) => child.on("close", resolve));
    return { status, output };
  }

  /** Removes the user, its ids and what it left in the usual places. */
  remove(): void {
    execFileSync("userdel", [this.name], { stdio: "ignore" });
    rmSync(this.#folder, { recursive: true, force: true });
    rmSync(`/tmp/shelldeck-${this.uid}`, { recursive: true, force: true });
  }

  #line(command: string[], env: Record<string, string>) {
    const enter = [enterScript, "sh", process.cwd(), join(this.#folder, "checkout"), this.name];
    const path = `${dirname(process.execPath)}:/usr/local/bin:/usr/bin:/bin`;
    return {
      file: "unshare",
      args: ["--mount", "--propagation", "private", "sh", "-c", ...enter, ...command],
      options: { cwd: "/", env: { PATH: path, HOME: "/nonexistent", ...env } },
    };
  }
}
