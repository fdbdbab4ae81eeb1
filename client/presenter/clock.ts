/** Starts, stops and resets the talk's clock. */
import { connectionStore, say } from "../connection/index.ts";
import { clockText } from "./clock-text.ts";
import { slideTimesNow, takeSlideTimes } from "./slide-times-store.ts";
import { elapsedAt } from "./talk-clock.ts";
import { showToast } from "./toast.ts";

/** What the talk's clock shows now. */
export const elapsedNow = (): number => elapsedAt(connectionStore.getState().talk.clock, performance.now());

/** Runs or stands. */
export function toggleClock(): void {
  tell(connectionStore.getState().talk.clock.isRunning ? "stop" : "start");
}

/** Back to zero; for a while the old time can be had back. */
export function resetClock(): void {
  const oldMs = elapsedNow();
  const times = slideTimesNow();
  if (!tell("reset") || oldMs < 1000) return;
  showToast(`The clock was at ${clockText(oldMs)}.`, {
    name: "Undo the reset",
    act: () => {
      if (tell("restore")) takeSlideTimes(times);
    },
  });
}

function tell(does: "start" | "stop" | "reset" | "restore"): boolean {
  const isHeard = say({ type: "clock", does });
  if (!isHeard) showToast("There is no connection to the server; the clock goes on as it was.");
  return isHeard;
}
