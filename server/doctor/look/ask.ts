/** Runs a program that asks the system something, and gives what it says. */
import { execFile } from "node:child_process";

/** Nothing that is asked takes longer than this on a machine that works, in ms. */
const timeoutMs = 5000;

export interface Answer {
  isOk: boolean;
  stdout: string;
  /** What it complained of; "" where it did not. */
  complaint: string;
}

/** An ordinary user's PATH often lacks these. */
const administratorFolders = "/usr/local/sbin:/usr/sbin:/sbin";

/** Null where there is no such program. */
export function ask(file: string, args: readonly string[]): Promise<Answer | null> {
  return new Promise((resolve) => {
    const env = { ...process.env, LC_ALL: "C", PATH: `${process.env.PATH}:${administratorFolders}` };
    const options = { timeout: timeoutMs, env, cwd: "/" };
    const child = execFile(file, args, options, (error, stdout, stderr) => {
      if ((error as NodeJS.ErrnoException | null)?.code === "ENOENT") return resolve(null);
      const said = stderr.trim().replace(/\s+/g, " ");
      const complaint = error ? said || (error.killed ? "it did not answer" : "it failed") : "";
      resolve({ isOk: error === null, stdout, complaint });
    });
    child.stdin?.end();
  });
}

/** Lines of "name, tab, answer" as an object. */
export function answersByName(text: string): Record<string, string> {
  const pairs = text.split("\n").flatMap((line) => {
    const tab = line.indexOf("\t");
    return tab < 0 ? [] : [[line.slice(0, tab), line.slice(tab + 1).trim()] as const];
  });
  return Object.fromEntries(pairs);
}
