import { expect, test } from "vitest";
import {
  blockKey,
  initialState,
  receive,
  terminalFor,
  terminalOn,
} from "../../../client/connection/state.ts";
import { protocolVersion, type ServerMessage, type StepReport } from "../../../server/protocol.ts";

const after = (...messages: ServerMessage[]) => messages.reduce(receive, initialState);
const welcome: Extract<ServerMessage, { type: "welcome" }> = {
  type: "welcome",
  version: protocolVersion,
  role: "presenter",
  seat: "seat1",
  deck: "1",
  place: null,
  blackout: false,
  obstacle: null,
};
const ready: ServerMessage = {
  type: "lab",
  lab: { state: "ready", lab: "a", nodes: ["node1"], usedBy: ["slide 7"] },
};
const terminal = (id: number, demo: string | null): ServerMessage => ({
  type: "terminal",
  terminal: id,
  epoch: `e${id}`,
  purpose: demo ? { kind: "demo", demo } : { kind: "slides" },
  node: "node1",
  columns: 80,
  rows: 24,
  state: "prompt",
});
const done: StepReport = { state: "done", exit: 0, durationMs: 12, why: null };
const demo: ServerMessage = { type: "demo", demo: "demo1", steps: [done], next: null, paused: null };

test("a welcome opens the link and says whether labs can run", () => {
  const obstacle = { reason: "no crun", remedy: "install it" };
  const state = after({ ...welcome, obstacle });
  expect([state.link, state.role, state.obstacle]).toEqual(["open", "presenter", obstacle]);
});

test("each purpose finds its own terminal", () => {
  const state = after(welcome, ready, terminal(1, null), terminal(2, "demo1"), terminal(3, "demo2"));
  expect(terminalFor(state, { kind: "slides" })?.terminal).toBe(1);
  expect(terminalFor(state, { kind: "demo", demo: "demo2" })?.terminal).toBe(3);
  expect(terminalFor(state, { kind: "demo", demo: "demo3" })).toBeNull();
});

test("of several shells a view shows the one it wants, and the newest when that is gone", () => {
  const state = after(welcome, ready, terminal(1, null), terminal(2, null), terminal(3, "demo1"));
  expect(terminalFor(state, { kind: "slides" }, 1)?.terminal).toBe(1);
  expect(terminalFor(state, { kind: "slides" }, 9)?.terminal).toBe(2);
});

test("a closed terminal is gone", () => {
  const state = after(welcome, ready, terminal(1, null), { type: "closed", terminal: 1 });
  expect(terminalFor(state, { kind: "slides" })).toBeNull();
});

test("a lab that starts anew takes terminals, steps and blocks of the old one with it", () => {
  const block: ServerMessage = { type: "block", slide: 7, block: 0, report: done };
  const before = after(welcome, ready, terminal(1, "demo1"), demo, block);
  expect(before.demos.demo1?.steps).toEqual([done]);
  expect(before.blocks[blockKey(7, 0)]).toEqual(done);
  const state = receive(before, { type: "lab", lab: { state: "starting" } });
  expect([state.terminals, state.demos, state.blocks]).toEqual([{}, {}, {}]);
});

test("why a block could not be run is kept with that block, and goes when it is run again in a fresh lab", () => {
  const failure: ServerMessage = { type: "failure", about: "run", error: "busy", remedy: "wait" };
  const state = receive({ ...after(welcome, ready), lastRun: blockKey(7, 1) }, failure);
  expect(state.failure).toBeNull();
  expect(state.blockFailures).toEqual({ [blockKey(7, 1)]: { about: "run", error: "busy", remedy: "wait" } });
  expect(receive(state, { type: "lab", lab: { state: "starting" } }).blockFailures).toEqual({});
});

test("a reconnect keeps the steps on the page until the server says otherwise", () => {
  const state = receive(after(welcome, ready, terminal(1, "demo1"), demo), welcome);
  expect(state.demos.demo1?.steps).toEqual([done]);
  expect(state.terminals).toEqual({});
});

test("a step that was asked for is answered by the demo's state or a failure, not by another demo's", () => {
  const asked = { ...after(welcome), asked: { demo: "demo1", step: 0 } };
  expect(receive(asked, { ...demo, demo: "demo2" }).asked).toEqual(asked.asked);
  expect(receive(asked, demo).asked).toBeNull();
  const failure: ServerMessage = { type: "failure", about: "play", error: "no lab", remedy: null };
  expect(receive(asked, failure)).toMatchObject({ asked: null, failure: { error: "no lab" } });
});

test("a failure that the lab's own state tells is not told twice, and one of before goes with a fresh lab", () => {
  const failed: ServerMessage = {
    type: "lab",
    lab: { state: "failed", error: "no crun", remedy: "install it" },
  };
  const failure: ServerMessage = { type: "failure", about: "open", error: "no crun", remedy: "install it" };
  expect(after(welcome, failed, failure).failure).toBeNull();
  const other: ServerMessage = { ...failure, error: "all shells are busy" };
  expect(after(welcome, failed, other).failure?.error).toBe("all shells are busy");
  expect(after(welcome, failed, other, ready).failure).toBeNull();
});

test("a lab's coming end is known until it is put off, the lab is another, or the connection begins anew", () => {
  const warning: ServerMessage = { type: "lease", endsInMs: 60_000, why: "idle" };
  const before = performance.now();
  const { lease } = after(welcome, ready, warning);
  expect(lease?.why).toBe("idle");
  expect(lease?.endsAtMs).toBeGreaterThanOrEqual(before + 60_000);
  expect(lease?.endsAtMs).toBeLessThanOrEqual(performance.now() + 60_000);
  const ends: ServerMessage[] = [
    { type: "lease", endsInMs: null, why: "idle" },
    { type: "lab", lab: { state: "ended", why: "the lab ended", remedy: "start another" } },
    welcome,
  ];
  for (const end of ends) expect(after(welcome, ready, warning, end).lease).toBeNull();
});

test("a demo on two nodes has a terminal on each", () => {
  const second: ServerMessage = { ...terminal(2, "demo1"), node: "node2" } as ServerMessage;
  const state = after(welcome, ready, terminal(1, "demo1"), second);
  const purpose = { kind: "demo", demo: "demo1" } as const;
  const found = ["node1", "node2", "node3"].map((node) => terminalOn(state, purpose, node)?.terminal);
  expect(found).toEqual([1, 2, undefined]);
});
