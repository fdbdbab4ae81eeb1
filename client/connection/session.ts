/** One page's session with the server: it connects, comes back when the line was lost, and hands messages to whom they concern. */
import * as v from "valibot";
import {
  bytesHeaderLength,
  type ClientMessage,
  decodeBytes,
  encodeBytes,
  maxFrameBytes,
  type Purpose,
  protocolVersion,
  type ServerMessage,
  ServerMessageSchema,
} from "../../server/protocol.ts";
import { Backoff } from "./backoff.ts";
import { browserLine, type Line, type Socket } from "./socket.ts";
import { receive, terminalFor, terminalsFor } from "./state.ts";
import type { ConnectionStore } from "./store.ts";
import { type TerminalSink, Watch } from "./watch.ts";

/** What waits for the first connection; keys never wait. */
type Command = Extract<ClientMessage, { type: "open" | "play" | "run" | "reset" | "extend" }>;
/** What only counts now: where the talk is, its clock, pointer and drawings. */
export type TalkWord = Extract<
  ClientMessage,
  { type: "go" | "blackout" | "clock" | "laser" | "draw" | "erase" }
>;

/** A view's hold on a terminal. */
export interface TerminalHandle {
  /** Sends keys; they are dropped when there is no connection, no control, or old output is drawn again. */
  type(bytes: Uint8Array): void;
  /** Tells the size, if it is this seat's to tell. */
  resize(columns: number, rows: number): void;
  /** Takes control from whoever has it. */
  takeControl(): void;
  dispose(): void;
}

/** The server says what there is right after its welcome; this long after, what was not said is not there, in ms. */
const settleMs = 250;
/** Room for a frame's header in what the server accepts. */
const maxInputBytes = maxFrameBytes / 4 - bytesHeaderLength;

/** Made once a page; it lives until `dispose`. */
export class Session {
  private readonly store: ConnectionStore;
  private readonly line: Line;
  private readonly backoff = new Backoff();
  private readonly watches = new Set<Watch>();
  private readonly endWake: () => void;
  private socket: Socket | null = null;
  private retry: ReturnType<typeof setTimeout> | undefined;
  private openTimer: ReturnType<typeof setTimeout> | undefined;
  private isConnecting = false;
  private isDisposed = false;
  private early: Command[] = [];

  constructor(store: ConnectionStore, line: Line = browserLine) {
    this.store = store;
    this.line = line;
    this.endWake = line.onWake(() => this.connect());
    this.connect();
  }

  /** Connects at once, unless it is or does; a wait for the next try ends. */
  connect(): void {
    if (this.isConnecting || this.socket || this.isDisposed) return;
    this.isConnecting = true;
    clearTimeout(this.retry);
    const { link } = this.store.getState();
    if (link === "idle") this.store.setState({ link: "connecting" });
    void this.line.requestTicket().then((answer) => {
      this.isConnecting = false;
      if (this.isDisposed) return;
      if (answer.kind === "ticket") this.open(answer.ticket);
      else if (answer.kind === "refused") this.store.setState({ link: "refused", refusal: answer });
      else this.lost();
    });
  }

  /** Says something that is to happen now; before the first connection it waits for that, later it is dropped: false. */
  command(command: Command): boolean {
    const { link } = this.store.getState();
    if (link === "idle" || link === "connecting") this.early.push(command);
    else if (link === "open") this.send(command);
    else return false;
    return true;
  }

  /** Says something to all who follow the talk; false when there is no connection, and nobody heard. */
  say(word: TalkWord): boolean {
    if (this.store.getState().link !== "open") return false;
    this.send(word);
    return true;
  }

  /** Shows a terminal of a purpose in a view: the wanted one, and when that is gone the newest. */
  watch(purpose: Purpose, wanted: number | null, sink: TerminalSink): TerminalHandle {
    const watch = new Watch(purpose, wanted, sink, (message) => this.send(message));
    this.watches.add(watch);
    const state = this.store.getState();
    if (state.link === "open") watch.follow(terminalFor(state, purpose, wanted));
    return {
      type: (bytes) => this.type(watch, bytes),
      resize: (columns, rows) => {
        if (watch.sizeable !== null) this.send({ type: "resize", terminal: watch.sizeable, columns, rows });
      },
      takeControl: () => watch.takeControl(),
      dispose: () => this.unwatch(watch),
    };
  }

  dispose(): void {
    this.isDisposed = true;
    this.endWake();
    clearTimeout(this.retry);
    clearTimeout(this.openTimer);
    for (const watch of this.watches) watch.stop();
    this.watches.clear();
    this.socket?.close();
    this.socket = null;
  }

  private open(ticket: string): void {
    if (this.store.getState().link === "refused") this.store.setState({ link: "lost", refusal: null });
    const socket = this.line.open({
      opened: () => socket.send(JSON.stringify({ type: "hello", version: protocolVersion, ticket })),
      text: (text) => this.socket === socket && this.hear(text),
      bytes: (bytes) => this.socket === socket && this.hearBytes(bytes),
      closed: () => {
        if (this.socket !== socket) return;
        this.socket = null;
        this.lost();
      },
    });
    this.socket = socket;
  }

  private lost(): void {
    clearTimeout(this.openTimer);
    for (const watch of this.watches) watch.stop();
    if (this.isDisposed || this.store.getState().link === "refused") return;
    this.store.setState({ link: "lost", asked: null });
    this.retry = setTimeout(() => this.connect(), this.backoff.closed(Date.now()));
  }

  private hear(text: string): void {
    const parsed = v.safeParse(ServerMessageSchema, parseJson(text));
    if (!parsed.success) {
      console.warn(`the server sent a message that this page does not understand: ${text.slice(0, 200)}`);
      return;
    }
    const message = parsed.output;
    if (message.type === "welcome" && message.version !== protocolVersion) {
      this.refuse(message.version);
      return;
    }
    this.store.setState((state) => receive(state, message));
    if (message.type === "welcome") this.welcomed();
    for (const watch of this.watches) this.tell(watch, message);
  }

  private tell(watch: Watch, message: ServerMessage): void {
    if (message.type === "attached") watch.attached(message);
    else if (message.type === "control") watch.control(message.terminal, message.control);
    else if (message.type === "lab" || message.type === "terminal" || message.type === "closed") {
      watch.follow(terminalFor(this.store.getState(), watch.purpose, watch.wanted));
    }
  }

  private hearBytes(bytes: Uint8Array): void {
    const frame = decodeBytes(bytes);
    if (frame) for (const watch of this.watches) watch.receive(frame);
  }

  private welcomed(): void {
    this.backoff.opened(Date.now());
    const early = this.early;
    this.early = [];
    for (const command of early) this.send(command);
    if (early.length === 0) this.openTimer = setTimeout(() => this.openMissing(), settleMs);
  }

  /** The server has said what there is: asks for what the page shows and is not there, as after a restart of the server. */
  private openMissing(): void {
    const state = this.store.getState();
    if (state.link !== "open" || state.obstacle) return;
    for (const { purpose } of this.watches) {
      if (terminalsFor(state, purpose).length === 0) this.send({ type: "open", purpose });
    }
  }

  private refuse(version: number): void {
    this.store.setState({
      link: "refused",
      refusal: {
        error: `The server speaks version ${version} of the protocol, this page version ${protocolVersion}.`,
        remedy: "Reload the page.",
      },
    });
    this.socket?.close();
  }

  private type(watch: Watch, bytes: Uint8Array): void {
    const terminal = watch.typeable;
    if (terminal === null) return;
    if (!this.store.getState().hasTyped) this.store.setState({ hasTyped: true });
    for (let start = 0; start < bytes.length; start += maxInputBytes) {
      const part = bytes.subarray(start, start + maxInputBytes);
      this.socket?.send(encodeBytes({ kind: "input", terminal, offset: 0, bytes: part }));
    }
  }

  private unwatch(watch: Watch): void {
    if (!this.watches.delete(watch)) return;
    const terminal = watch.attachedTo;
    watch.stop();
    if (terminal !== null) this.send({ type: "detach", terminal });
  }

  private send(message: ClientMessage): void {
    this.socket?.send(JSON.stringify(message));
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
