/** Runs a host program to its end. */
import { spawn } from "node:child_process";
import { toolPath } from "./tools.ts";

export interface Outcome {
  status: number | null;
  /** The last of what it said on standard error. */
  complaint: string;
}

/** The environment of every program on the host's side: nothing of the server's own. */
export const hostEnvironment = { PATH: toolPath, LC_ALL: "C" };

const maxComplaintLength = 4096;

/** Starts it with `input` on its standard input; never throws for a program that fails. */
export function run(file: string, args: string[], input = ""): Promise<Outcome> {
  return new Promise((resolve) => {
    const child = spawn(file, args, { env: hostEnvironment, stdio: ["pipe", "ignore", "pipe"], cwd: "/" });
    let complaint = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      complaint = (complaint + text).slice(-maxComplaintLength);
    });
    child.stdin.on("error", () => {});
    child.on("error", (error) => resolve({ status: null, complaint: error.message }));
    child.on("close", (status) => resolve({ status, complaint: complaint.trim() }));
    child.stdin.end(input);
  });
}
