/** Work for when the page has nothing better to do. */

/** At the latest after this, in ms. */
const latestMs = 1500;
/** Where the browser cannot tell (Safari), in ms. */
const guessMs = 300;

/** Runs `work` soon; the answer calls it off. */
export function whenIdle(work: () => void): () => void {
  if (typeof requestIdleCallback !== "function") {
    const timer = setTimeout(work, guessMs);
    return () => clearTimeout(timer);
  }
  const idle = requestIdleCallback(work, { timeout: latestMs });
  return () => cancelIdleCallback(idle);
}
