/** Hears the signals that ask a command to end, so that it can clear up first. */
import { signalStatus } from "./exit-status.ts";

const signals = ["SIGINT", "SIGTERM", "SIGHUP"] as const;
/** One Ctrl-C can reach this process twice, from the terminal and from npm; a second one on purpose comes later. */
const sameSignalMs = 1000;

/** Settles with the first of them; one that comes later, when clearing up takes too long, ends the process at once. */
export function stoppedBySignal(now: () => number = Date.now): Promise<NodeJS.Signals> {
  return new Promise((resolve) => {
    let since: number | null = null;
    const stop = (signal: NodeJS.Signals) => {
      if (since !== null && now() - since > sameSignalMs) process.exit(signalStatus(signal));
      since ??= now();
      resolve(signal);
    };
    for (const signal of signals) process.on(signal, stop);
  });
}
