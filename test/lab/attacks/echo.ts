/** How long a key takes to come back on a terminal of a lab, as a person at it feels. */

import { setTimeout as sleep } from "node:timers/promises";
import { spawn } from "node-pty";
import type { Lab } from "../../../server/lab/index.ts";

/** Keys are this far apart at least. */
const pauseMs = 4;

/** A key that did not come back by then counts as this long. */
const patienceMs = 2000;

/** The line is cleared before it gets as long as the terminal is wide. */
const keysInLine = 40;

export class EchoingTerminal {
  readonly #pty: ReturnType<typeof spawn>;
  #heard = 0;
  #onHeard: () => void = () => {};
  #keys = 0;

  private constructor(pty: ReturnType<typeof spawn>) {
    this.#pty = pty;
    pty.onData((data) => {
      this.#heard += data.length;
      this.#onHeard();
    });
  }

  /** Waits until the shell has printed its prompt and is quiet. */
  static async open(lab: Lab): Promise<EchoingTerminal> {
    const { file, args, env } = await lab.shell("node1", "ec40");
    const terminal = new EchoingTerminal(spawn(file, args, { env, cols: 100, rows: 30 }));
    while (terminal.#heard === 0) await sleep(10);
    await sleep(200);
    return terminal;
  }

  /** Types keys until `isEnough`, one after the other, and gives how long each took, in milliseconds. */
  async type(isEnough: (count: number) => boolean): Promise<number[]> {
    const times: number[] = [];
    while (!isEnough(times.length)) {
      times.push(await this.#key("x"));
      this.#keys += 1;
      if (this.#keys % keysInLine === 0) await this.#key("\x15");
      await sleep(pauseMs);
    }
    return times;
  }

  close(): void {
    this.#pty.kill();
  }

  #key(key: string): Promise<number> {
    return new Promise((resolve) => {
      const start = performance.now();
      const end = () => {
        clearTimeout(timer);
        this.#onHeard = () => {};
        resolve(performance.now() - start);
      };
      const timer = setTimeout(end, patienceMs);
      this.#onHeard = end;
      this.#pty.write(key);
    });
  }
}

/** The time that 99 of 100 keys did not exceed. */
export function percentile99(times: readonly number[]): number {
  const sorted = times.toSorted((one, other) => one - other);
  return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * 0.99) - 1)] ?? 0;
}
