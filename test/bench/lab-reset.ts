/** How long a reset takes as its user sees it: from the message to the server until the new lab's shell is at its prompt. */
import { setTimeout as sleep } from "node:timers/promises";
import type { ServerMessage } from "../../server/protocol.ts";
import { startLabServer } from "./lab-server.ts";
import { type Summary, summarize } from "./measure.ts";

/** A spare lab is made ready in this time even on a busy machine; nobody resets faster either. */
const pauseMs = 1500;

export async function measureResets(runs: number): Promise<Summary> {
  const server = await startLabServer();
  try {
    let epoch = "";
    let onPrompt = () => {};
    server.socket.on("message", (data: Buffer, isBinary) => {
      const message = isBinary ? null : (JSON.parse(data.toString()) as ServerMessage);
      if (message?.type !== "terminal" || message.state !== "prompt" || message.epoch === epoch) return;
      epoch = message.epoch;
      onPrompt();
    });
    await server.openTerminal();
    const times: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      await sleep(pauseMs);
      const start = performance.now();
      await new Promise<void>((resolve) => {
        onPrompt = resolve;
        server.say({ type: "reset" });
      });
      times.push(performance.now() - start);
    }
    return summarize(times);
  } finally {
    await server.close();
  }
}
