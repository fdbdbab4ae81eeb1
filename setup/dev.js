/** npm run dev: the server with Vite in front of it, built and started anew on every change in server/. */
import { watch } from "node:fs";
import { join } from "node:path";
import { refuseOldNode } from "./node-version.js";

refuseOldNode();
const { build, checkout, setUp } = await import("./prepare.js");
const { restartable } = await import("./restartable.js");
const { signalStatus } = await import("./run.js");
const { say, sayFailure } = await import("./say.js");
const { server } = await import("./targets.js");

/** An editor writes several files at once, and each of them more than once. */
const settleMs = 100;

if (await setUp(["labs"], { targets: [server] })) await develop();

async function develop() {
  const cli = join(checkout, "dist/server/cli.js");
  const program = restartable(process.execPath, [cli, ...process.argv.slice(2), "--dev"], (status) =>
    say(`The server ended with status ${status}; it starts again on the next change in server/.`),
  );
  /** @type {NodeJS.Timeout | undefined} */
  let settled;
  let turn = Promise.resolve();
  let isEnding = false;
  const watcher = watch(join(checkout, "server"), { recursive: true }, () => {
    clearTimeout(settled);
    settled = setTimeout(() => {
      turn = turn.then(rebuild).catch(sayFailure);
    }, settleMs);
  });

  async function rebuild() {
    const isChanged = await build([server]);
    if (isChanged && !isEnding) await program.restart();
  }

  /** @param {NodeJS.Signals} signal */
  async function stop(signal) {
    isEnding = true;
    watcher.close();
    await program.stop();
    process.exit(signalStatus[signal]);
  }

  process.once("SIGINT", stop).once("SIGTERM", stop);
  await program.restart();
}
