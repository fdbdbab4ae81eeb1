/** A machine as set-up sees it, with just these commands and files on it. */
import type { Machine } from "../../setup/machine.js";

export function machineWith(files: string[], rest: Partial<Omit<Machine, "has">> = {}): Machine {
  return {
    platform: "linux",
    isUbuntu: false,
    isRoot: true,
    canAsk: false,
    ...rest,
    has: (file) => files.includes(file),
  };
}
