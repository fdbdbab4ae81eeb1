/** Keeps the screen on while the talk is seen. */

/** Silently does nothing where the browser has no wake lock or refuses it (an insecure address, a low battery). */
export function keepAwake(
  page: Pick<Document, "visibilityState" | "addEventListener"> = document,
  locks: Pick<WakeLock, "request"> | null = navigator.wakeLock ?? null,
): void {
  /** The browser lets go of it whenever the page is hidden. */
  const hold = () => {
    if (page.visibilityState === "visible") locks?.request("screen").catch(() => {});
  };
  page.addEventListener("visibilitychange", hold);
  hold();
}
