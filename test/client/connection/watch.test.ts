import { expect, test } from "vitest";
import type { TerminalInfo } from "../../../client/connection/state.ts";
import { Watch } from "../../../client/connection/watch.ts";
import type { BytesFrame, ClientMessage } from "../../../server/protocol.ts";

/** A watch on a screen that parses only when told to, and a clock that only moves when told to. */
function watched() {
  const sent: ClientMessage[] = [];
  const drawn: string[] = [];
  const unparsed: (() => void)[] = [];
  const timers = new Set<() => void>();
  const watch = new Watch(
    { kind: "slides" },
    null,
    {
      clear: (columns, rows) => drawn.push(`clear ${columns}x${rows}`),
      write: (bytes, parsed) => {
        drawn.push(`write ${bytes.length}`);
        unparsed.push(parsed);
      },
      control: (hasControl) => drawn.push(hasControl ? "control" : "no control"),
    },
    (message) => sent.push(message),
    (action) => {
      timers.add(action);
      return () => timers.delete(action);
    },
  );
  const parseAll = () => {
    for (const parsed of unparsed.splice(0)) parsed();
  };
  const tick = () => {
    for (const action of timers) {
      timers.delete(action);
      action();
    }
  };
  return { watch, sent, drawn, parseAll, tick, timers };
}

const info = (terminal: number, epoch: string): TerminalInfo => ({
  terminal,
  epoch,
  purpose: { kind: "slides" },
  node: "node1",
  columns: 90,
  rows: 30,
  state: "prompt",
});
const frame = (kind: "output" | "snapshot", offset: number, length: number): BytesFrame => ({
  kind,
  terminal: 1,
  offset,
  bytes: new Uint8Array(length),
});

function joined() {
  const all = watched();
  all.watch.follow(info(1, "e1"));
  all.watch.attached({
    type: "attached",
    terminal: 1,
    epoch: "e1",
    offset: 100,
    from: "snapshot",
    control: true,
  });
  all.watch.receive(frame("snapshot", 100, 20));
  return all;
}

test("draws the snapshot on a cleared screen of the server's size", () => {
  const { drawn, sent } = joined();
  expect(sent).toEqual([{ type: "attach", terminal: 1, epoch: null, offset: 0 }]);
  expect(drawn).toEqual(["control", "clear 90x30", "write 20"]);
});

test("a snapshot is not acknowledged; output is, 50 ms after it was parsed", () => {
  const { watch, sent, parseAll, tick, timers } = joined();
  parseAll();
  expect(timers.size).toBe(0);
  watch.receive(frame("output", 100, 10));
  expect(timers.size, "bytes that are not parsed do not count").toBe(0);
  parseAll();
  tick();
  expect(sent.slice(1)).toEqual([{ type: "ack", terminal: 1, offset: 110 }]);
});

test("a flood is acknowledged every 32 KiB without waiting", () => {
  const { watch, sent, parseAll } = joined();
  parseAll();
  watch.receive(frame("output", 100, 40_000));
  parseAll();
  expect(sent.slice(1)).toEqual([{ type: "ack", terminal: 1, offset: 40_100 }]);
});

test("a gap attaches again instead of drawing what does not follow", () => {
  const { watch, sent, drawn, parseAll } = joined();
  parseAll();
  watch.receive(frame("output", 300, 10));
  expect(sent.at(-1)).toEqual({ type: "attach", terminal: 1, epoch: "e1", offset: 100 });
  expect(drawn).not.toContain("write 10");
});

test("a fresh lab's terminal is attached to, whatever its number", () => {
  const { watch, sent } = joined();
  watch.follow(null);
  expect(watch.attachedTo).toBeNull();
  watch.follow(info(1, "e2"));
  expect(sent.at(-1)).toEqual({ type: "attach", terminal: 1, epoch: "e1", offset: 100 });
});

test("another terminal takes the place of the one that is shown, without a word in between", () => {
  const { watch, sent } = joined();
  watch.follow(info(2, "e2"));
  expect(sent.at(-1)).toMatchObject({ type: "attach", terminal: 2 });
});

test("what is parsed after the connection was lost is acknowledged to nobody", () => {
  const { watch, sent, parseAll, timers } = joined();
  parseAll();
  watch.receive(frame("output", 100, 40_000));
  watch.stop();
  parseAll();
  expect([sent.length, timers.size]).toEqual([1, 0]);
});

test("news of the same terminal does not attach again", () => {
  const { watch, sent } = joined();
  watch.follow({ ...info(1, "e1"), state: "busy" });
  expect(sent).toHaveLength(1);
});

test("keys and sizes are this seat's only while it has control", () => {
  const { watch, parseAll, drawn } = joined();
  expect([watch.typeable, watch.sizeable]).toEqual([null, 1]);
  parseAll();
  expect([watch.typeable, watch.sizeable]).toEqual([1, 1]);
  watch.control(1, false);
  expect([watch.typeable, watch.sizeable]).toEqual([null, null]);
  expect(drawn.at(-1)).toBe("no control");
});

test("stops without leaving a timer", () => {
  const { watch, parseAll, timers } = joined();
  parseAll();
  watch.receive(frame("output", 100, 10));
  parseAll();
  expect(timers.size).toBe(1);
  watch.stop();
  expect(timers.size).toBe(0);
});
