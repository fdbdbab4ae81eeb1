/** A server that is killed at any moment of a lab's making, use or end leaves nothing: counted before and after. */
import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { afterEach, expect, test } from "vitest";
import { isRunning, startTime } from "../../server/lab/apply/engine-folder.ts";
import { engineLives, leftOver, readTraces } from "../../setup/leftovers.js";
import { seededRandom } from "../bench/seeded-random.ts";
import { commandOf, namespacesOf, pidsOfSlot, tracesOf, uidSlots } from "./lab-traces.ts";

/** Repeat a run with `SEED=N npm test -- lab-killed`. */
const seed = Number(process.env.SEED ?? Date.now() % 1_000_000);
const moments = 20;
/** Servers at once: they meet in the run folder. */
const atOnce = 5;

const patienceMs = 30_000;
const timeoutMs = 240_000;

const servers = new Set<ChildProcess>();
afterEach(() => {
  for (const server of servers) server.kill("SIGKILL");
  servers.clear();
});

function startServer(): ChildProcess {
  const server = spawn(process.execPath, ["test/fixtures/lab-user.mjs"], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  servers.add(server);
  return server;
}

/** What one round takes with as many servers at work as there will be, in milliseconds. */
async function roundMs(): Promise<number> {
  const started = performance.now();
  const side = Array.from({ length: atOnce }, startServer);
  await Promise.all(side.map(aRound));
  const taken = performance.now() - started;
  await Promise.all(side.map(killed));
  return taken;
}

async function aRound(server: ChildProcess): Promise<void> {
  const ended = once(server, "exit").then(([status]) => {
    throw new Error(`the server ended with ${status}`);
  });
  await Promise.race([once(server.stdout ?? server, "data"), ended]);
  ended.catch(() => {});
}

async function killed(server: ChildProcess): Promise<void> {
  const gone = once(server, "exit");
  server.kill("SIGKILL");
  await gone;
  servers.delete(server);
}

interface Killing {
  ms: number;
  /** What there was of its labs, processes and namespaces with it, when it was killed. */
  seen: number;
  left: string[];
}

/** Starts a server, kills it after so long, and looks until nothing is left, or for as long as a busy machine may take. */
async function killAfter(ms: number): Promise<Killing> {
  const server = startServer();
  const pid = server.pid ?? 0;
  await sleep(ms);
  server.kill("SIGSTOP");
  const processes = uidSlots(pid).flatMap(pidsOfSlot).map(identity);
  const seen = tracesOf(pid).length + processes.length + namespacesOf(pid).length;
  await killed(server);
  // A namespace that a process is in is there as long as the process; its number alone may soon be another's.
  const left = () => [...tracesOf(pid), ...processes.filter(isRunning)];
  const deadline = performance.now() + patienceMs;
  while (left().length > 0 && performance.now() < deadline) await sleep(100);
  return { ms, seen, left: left().map(told) };
}

/** A process with its command line. */
const told = (trace: string) => (/^\d+$/.test(trace) ? `${trace} ${commandOf(trace).slice(0, 300)}` : trace);

const identity = (pid: string) => `${pid}-${startTime(Number(pid))}`;

test(`after SIGKILL of the server at ${moments} random moments nothing is left (SEED=${seed})`, {
  timeout: timeoutMs,
}, async () => {
  const before = readTraces();
  const random = seededRandom(seed);
  const round = await roundMs();
  let seen = 0;
  for (let batch = 0; batch < moments / atOnce; batch += 1) {
    const killings = Array.from({ length: atOnce }, () =>
      killAfter(random.between(0, Math.round(1.2 * round))),
    );
    for (const killing of await Promise.all(killings)) {
      expect(killing).toMatchObject({ left: [] });
      seen += killing.seen;
    }
  }
  console.log(
    `SEED=${seed}: ${moments} servers killed within ${Math.round(round)} ms; ${seen} traces of labs before, 0 after`,
  );
  expect(seen).toBeGreaterThan(moments);
  await expect.poll(() => leftOver(before, readTraces(), engineLives)).toEqual([]);
});
