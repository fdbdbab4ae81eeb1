/** Brings the stage's window up and tells how that went. */
import { bringUpStage } from "./stage-window.ts";
import { showToast } from "./toast.ts";

/** For a key or a click. */
export function showStage(): void {
  bringUpStage().then(
    ({ words }) => showToast(words),
    () =>
      showToast(
        "The stage window could not be opened. Open this address without /presenter on the other screen.",
      ),
  );
}
