/** Many labs held at once: how long they take to make, what they cost, whether a shell answers in each, and their end. */
import { createLabEngine } from "../../server/lab/index.ts";
import type { Terminal } from "../../server/terminal/index.ts";
import { endLabs, makeLabs } from "./held-labs.ts";
import { availableMB, processCount } from "./machine.ts";
import { round, type Summary, summarize } from "./measure.ts";

export interface ManyLabs {
  labs: number;
  /** Seconds. */
  made: number;
  /** MB a lab. */
  memory: number;
  processes: number;
  /** Of a shell's answer to a command, one lab after the other, while all are held. */
  answer: Summary;
  /** Seconds until all that were asked at once had answered. */
  allAnswered: number;
  /** Seconds. */
  ended: number;
  /** What is there after the end that was not before: MB of memory, processes. */
  left: { memory: number; processes: number };
}

/** Rejects when a lab cannot be made or its shell does not answer. */
export async function holdManyLabs(count: number): Promise<ManyLabs> {
  const before = { memory: availableMB(), processes: processCount() };
  const engine = await createLabEngine();
  if (engine.obstacle) throw new Error(engine.obstacle.reason);
  try {
    const start = performance.now();
    const held = await makeLabs(engine, count);
    const made = seconds(start);
    const memory = round((before.memory - availableMB()) / count);
    const processes = processCount() - before.processes;
    const times: number[] = [];
    for (const [index, { terminal }] of held.entries()) times.push(await answer(terminal, index));
    const asked = performance.now();
    await Promise.all(held.map(({ terminal }, index) => answer(terminal, count + index)));
    const allAnswered = seconds(asked);
    const ended = round((await endLabs(held)) / 1000);
    await engine.dispose();
    const left = {
      memory: round(before.memory - availableMB()),
      processes: processCount() - before.processes,
    };
    return { labs: count, made, memory, processes, answer: summarize(times), allAnswered, ended, left };
  } finally {
    await engine.dispose();
  }
}

/** Milliseconds until the shell has printed a number that it was not told. */
function answer(terminal: Terminal, number: number): Promise<number> {
  const start = performance.now();
  return new Promise((resolve, reject) => {
    let output = "";
    const stop = terminal.listen({
      output: (bytes) => {
        output += Buffer.from(bytes).toString("latin1");
        if (!output.includes(`=${number + 1_000_000}=`)) return;
        stop();
        resolve(performance.now() - start);
      },
      changed: () => terminal.state === "exited" && reject(new Error("a shell ended")),
    });
    terminal.type(`echo =$((${number} + 1000000))=\r`);
  });
}

function seconds(start: number): number {
  return round((performance.now() - start) / 1000);
}
