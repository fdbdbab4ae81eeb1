/** Tells on standard error how far a command is, once it takes longer than one waits without asking. */

const patienceMs = 1000;
/** Where the line cannot be written over, in ms. */
const everyMs = 5000;

export interface Progress {
  (text: string): void;
  /** Takes the line away again. */
  done(): void;
}

/** Over and over in the same line on a terminal; now and then in a line of its own elsewhere. */
export function startProgress(
  stream: Pick<NodeJS.WriteStream, "isTTY" | "write"> = process.stderr,
  now: () => number = Date.now,
): Progress {
  const start = now();
  let last = start + patienceMs - everyMs;
  let isShown = false;
  const show = (text: string) => {
    if (now() - start < patienceMs) return;
    if (stream.isTTY) {
      stream.write(`\r\u001b[K${text}`);
      isShown = true;
    } else if (now() - last >= everyMs) {
      last = now();
      stream.write(`${text}\n`);
    }
  };
  return Object.assign(show, {
    done: () => {
      if (isShown) stream.write("\r\u001b[K");
      isShown = false;
    },
  });
}
