/** The built server as its own process, as a speaker starts it. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { fileURLToPath } from "node:url";

const root = fileURLToPath(new URL("../../", import.meta.url));

export interface Server {
  process: ChildProcess;
  /** The presenter's link, with its token. */
  link: string;
  /** All that it printed. */
  output(): string;
  /** Asks it to stop and waits until it has. */
  stop(): Promise<void>;
}

/** Starts `shelldeck` with these arguments on a free port and waits for its link. */
export async function startServer(args: string[] = [], env: Record<string, string> = {}): Promise<Server> {
  const child = spawn(process.execPath, ["dist/server/cli.js", ...args, "--port", "0", "--no-open"], {
    cwd: root,
    env: { ...process.env, ...env },
    stdio: ["ignore", "pipe", "pipe"],
  });
  let output = "";
  const link = await new Promise<string>((resolve, reject) => {
    const read = (data: Buffer) => {
      output += data;
      const found = /http:\/\/\S+\?token=\S+/.exec(output);
      if (found) resolve(found[0]);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    child.once("exit", (status) => reject(new Error(`the server ended with ${status}:\n${output}`)));
  });
  return {
    process: child,
    link,
    output: () => output,
    stop: async () => {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const ended = once(child, "exit");
      child.kill("SIGTERM");
      await ended;
    },
  };
}
