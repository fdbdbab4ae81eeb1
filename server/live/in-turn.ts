/** Work that is done one after the other. */

/** Runs `work` when all that was given before has ended; a failure of one is not the next one's. */
export type InTurn = (work: () => Promise<void>) => void;

/** `failed` gets what a piece of work was rejected with. */
export function inTurn(failed: (cause: unknown) => void = () => {}): InTurn {
  let last: Promise<void> = Promise.resolve();
  return (work) => {
    last = last.then(work).catch(failed);
  };
}
