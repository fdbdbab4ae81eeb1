import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStore } from "zustand/vanilla";
import { Session } from "../../../client/connection/session.ts";
import type { SocketHandlers, TicketAnswer } from "../../../client/connection/socket.ts";
import { type ConnectionState, initialState } from "../../../client/connection/state.ts";
import type { ClientMessage, ServerMessage } from "../../../server/protocol.ts";
import { bytesHeaderLength, decodeBytes, encodeBytes, protocolVersion } from "../../../server/protocol.ts";

/** A line without a network: the test plays the server. */
function fakeLine(tickets: TicketAnswer[] = []) {
  const sockets: { handlers: SocketHandlers; sent: (string | Uint8Array)[]; isClosed: boolean }[] = [];
  const line = {
    asked: 0,
    wake: () => {},
    sleepers: 0,
    sockets,
    requestTicket: async (): Promise<TicketAnswer> => {
      line.asked += 1;
      return tickets.shift() ?? { kind: "ticket", ticket: `t${line.asked}` };
    },
    open: (handlers: SocketHandlers) => {
      const socket = { handlers, sent: [] as (string | Uint8Array)[], isClosed: false };
      sockets.push(socket);
      return {
        send: (data: string | Uint8Array) => void socket.sent.push(data),
        close: () => {
          socket.isClosed = true;
        },
      };
    },
    onWake: (wake: () => void) => {
      line.wake = wake;
      line.sleepers += 1;
      return () => {
        line.sleepers -= 1;
      };
    },
    say: (message: ServerMessage) => sockets.at(-1)?.handlers.text(JSON.stringify(message)),
    heard: () =>
      (sockets.at(-1)?.sent ?? [])
        .filter((data) => typeof data === "string")
        .map((text) => JSON.parse(text) as ClientMessage),
  };
  return line;
}

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
const terminal: ServerMessage = {
  type: "terminal",
  terminal: 4,
  epoch: "e1",
  purpose: { kind: "slides" },
  node: "node1",
  columns: 80,
  rows: 24,
  state: "prompt",
};
const sink = { clear: () => {}, write: (_: Uint8Array, parsed: () => void) => parsed(), control: () => {} };

const sessions: Session[] = [];
function start(tickets?: TicketAnswer[]) {
  const line = fakeLine(tickets);
  const store = createStore<ConnectionState>(() => initialState);
  const session = new Session(store, line);
  sessions.push(session);
  return { line, store, session };
}
/** Up to the welcome. */
async function open(tickets?: TicketAnswer[]) {
  const all = start(tickets);
  await vi.advanceTimersByTimeAsync(0);
  all.line.sockets[0]?.handlers.opened();
  all.line.say(welcome);
  return all;
}

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  vi.useRealTimers();
});

test("says hello with its ticket, first of all", async () => {
  const { line, store } = await open();
  expect(line.heard()).toEqual([{ type: "hello", version: protocolVersion, ticket: "t1" }]);
  expect(store.getState().link).toBe("open");
});

test("what was asked for before the connection is asked for with it", async () => {
  const { line, session } = start();
  session.command({ type: "open", purpose: { kind: "slides" } });
  await vi.advanceTimersByTimeAsync(0);
  line.sockets[0]?.handlers.opened();
  line.say(welcome);
  expect(line.heard().slice(1)).toEqual([{ type: "open", purpose: { kind: "slides" } }]);
});

test("comes back after the line was lost, and attaches again what is on the page", async () => {
  const { line, session, store } = await open();
  session.watch({ kind: "slides" }, null, sink);
  line.say(terminal);
  line.sockets[0]?.handlers.closed();
  expect(store.getState().link).toBe("lost");
  expect(session.command({ type: "reset" }), "commands are not kept for later").toBe(false);
  await vi.advanceTimersByTimeAsync(500);
  expect(line.sockets).toHaveLength(2);
  line.sockets[1]?.handlers.opened();
  line.say(welcome);
  line.say(terminal);
  await vi.advanceTimersByTimeAsync(1000);
  expect(line.heard().map((message) => message.type)).toEqual(["hello", "attach"]);
});

test("asks a server that was restarted for the terminals that are on the page", async () => {
  const { line, session } = await open();
  session.watch({ kind: "slides" }, null, sink);
  line.say(terminal);
  line.sockets[0]?.handlers.closed();
  line.wake();
  await vi.advanceTimersByTimeAsync(0);
  line.sockets[1]?.handlers.opened();
  line.say(welcome);
  line.say({ type: "lab", lab: { state: "none" } });
  await vi.advanceTimersByTimeAsync(1000);
  expect(line.heard().slice(1)).toEqual([{ type: "open", purpose: { kind: "slides" } }]);
});

test("tries at once when the network or the page comes back", async () => {
  const { line } = await open();
  vi.spyOn(Math, "random").mockReturnValue(1);
  line.sockets[0]?.handlers.closed();
  line.wake();
  await vi.advanceTimersByTimeAsync(0);
  expect(line.sockets).toHaveLength(2);
});

test("stops when the sign-in has ended, and says what to do, until the page is looked at again", async () => {
  const refused: TicketAnswer = { kind: "refused", error: "ended", remedy: "open the link" };
  const { line, store } = start([refused]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.asked).toBe(1);
  expect(store.getState()).toMatchObject({ link: "refused", refusal: { remedy: "open the link" } });
  line.wake();
  await vi.advanceTimersByTimeAsync(0);
  line.say(welcome);
  expect(store.getState()).toMatchObject({ link: "open", refusal: null });
});

test("refuses a server of another version and does not try again", async () => {
  const { line, store } = start();
  await vi.advanceTimersByTimeAsync(0);
  line.say({ ...welcome, version: protocolVersion + 1 });
  expect(store.getState().link).toBe("refused");
  line.sockets[0]?.handlers.closed();
  await vi.advanceTimersByTimeAsync(60_000);
  expect(line.sockets).toHaveLength(1);
});

test("a message that is none of the protocol's changes nothing", async () => {
  const { line, store } = await open();
  const warn = vi.spyOn(console, "warn").mockImplementation(() => {});
  const before = store.getState();
  line.sockets[0]?.handlers.text("{");
  line.sockets[0]?.handlers.text('{"type":"lab","lab":{"state":"gone"}}');
  line.sockets[0]?.handlers.bytes(new Uint8Array(3));
  expect(store.getState()).toBe(before);
  expect(warn).toHaveBeenCalledTimes(2);
});

test("keys go out in frames that the server accepts, and are dropped while the line is lost", async () => {
  const { line, session } = await open();
  const handle = session.watch({ kind: "slides" }, null, sink);
  line.say(terminal);
  line.say({ type: "attached", terminal: 4, epoch: "e1", offset: 0, from: "snapshot", control: true });
  const socket = line.sockets[0];
  socket?.handlers.bytes(encodeBytes({ kind: "snapshot", terminal: 4, offset: 0, bytes: new Uint8Array(1) }));
  handle.type(new Uint8Array(200_000).fill(7));
  const frames = (socket?.sent ?? []).filter((data) => typeof data !== "string");
  expect(frames.length).toBeGreaterThan(1);
  expect(Math.max(...frames.map((data) => data.length))).toBeLessThanOrEqual(64 * 1024);
  expect(frames.reduce((sum, data) => sum + data.length - bytesHeaderLength, 0)).toBe(200_000);
  expect(decodeBytes(frames[0] as Uint8Array)).toMatchObject({ kind: "input", terminal: 4 });

  socket?.handlers.closed();
  handle.type(new Uint8Array([65]));
  await vi.advanceTimersByTimeAsync(500);
  expect(line.sockets[1]?.sent).toEqual([]);
});

test("ends with its socket, its timers and its listeners", async () => {
  const { line, session } = await open();
  session.dispose();
  expect(line.sockets[0]?.isClosed).toBe(true);
  expect(line.sleepers).toBe(0);
  line.sockets[0]?.handlers.closed();
  expect(vi.getTimerCount()).toBe(0);
});
