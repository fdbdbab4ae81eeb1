/** A process in a node, as `crun exec --process` takes it. */
import { capabilities } from "./capabilities.ts";
import type { ProcessLimit } from "./limits.ts";
import { shellArguments } from "./shell-marks.ts";

/** All that a process in a lab finds in its environment. */
export const environment = [
  "PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin",
  "HOME=/root",
  "USER=root",
  "LOGNAME=root",
  "SHELL=/bin/bash",
  "LANG=C.UTF-8",
];

export interface NodeProcess {
  terminal: boolean;
  user: { uid: number; gid: number; umask: number };
  cwd: string;
  args: string[];
  env: string[];
  noNewPrivileges: true;
  capabilities: typeof capabilities;
  rlimits: ProcessLimit[];
}

/** A command: without a terminal, or on one of its own with these variables about it. */
export function nodeProcess(
  args: string[],
  rlimits: ProcessLimit[],
  terminal?: Record<string, string>,
): NodeProcess {
  return {
    terminal: terminal !== undefined,
    user: { uid: 0, gid: 0, umask: 0o022 },
    cwd: "/root",
    args,
    env: [...environment, ...Object.entries(terminal ?? {}).map(([name, value]) => `${name}=${value}`)],
    noNewPrivileges: true,
    capabilities,
    rlimits,
  };
}

/** A shell on a terminal of its own, whose marks carry `nonce`. */
export function shellProcess(nonce: string, rlimits: ProcessLimit[]): NodeProcess {
  return {
    ...nodeProcess(shellArguments, rlimits),
    terminal: true,
    env: [...environment, "TERM=xterm-256color", "COLORTERM=truecolor", `SHELLDECK_NONCE=${nonce}`],
  };
}
