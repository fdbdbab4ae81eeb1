/** The exit status of `lab`: the command's own, as a shell has it, else 125. */
import { constants } from "node:os";

/** The command did not run: `lab` itself was used wrongly, or could make no lab. */
export const labFailed = 125;

/** As a shell gives it for what a signal ended. */
export function signalStatus(signal: NodeJS.Signals): number {
  return 128 + constants.signals[signal];
}
