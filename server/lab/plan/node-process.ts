/** A process in a node, as `crun exec --process` takes it. */
import { capabilities } from "./capabilities.ts";
import { processLimits } from "./limits.ts";
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
  rlimits: typeof processLimits;
}

/** A command without a terminal. */
export function nodeProcess(args: string[]): NodeProcess {
  return {
    terminal: false,
    user: { uid: 0, gid: 0, umask: 0o022 },
    cwd: "/root",
    args,
    env: environment,
    noNewPrivileges: true,
    capabilities,
    rlimits: processLimits,
  };
}

/** A shell on a terminal of its own, whose marks carry `nonce`. */
export function shellProcess(nonce: string): NodeProcess {
  return {
    ...nodeProcess(shellArguments),
    terminal: true,
    env: [...environment, "TERM=xterm-256color", "COLORTERM=truecolor", `SHELLDECK_NONCE=${nonce}`],
  };
}
