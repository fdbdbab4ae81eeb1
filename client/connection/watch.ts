/** One view's subscription to the terminal of a purpose: it keeps the position, and says what to send. */
import type { BytesFrame, ClientMessage, Purpose } from "../../server/protocol.ts";
import { Acknowledger, ackEveryMs } from "./acknowledge.ts";
import type { TerminalInfo } from "./state.ts";
import { type Attached, Stream } from "./stream.ts";

/** A view of a terminal. */
export interface TerminalSink {
  /** The next bytes draw the whole screen anew, which has this size. */
  clear(columns: number, rows: number): void;
  /** Calls `parsed` once these bytes have had their effect. */
  write(bytes: Uint8Array, parsed: () => void): void;
  /** Whether this seat has control, said after every attach and whenever it changes. */
  control(hasControl: boolean): void;
}

/** Runs `action` after `afterMs`; the answer calls it off. */
export type Later = (action: () => void, afterMs: number) => () => void;

const later: Later = (action, afterMs) => {
  const timer = setTimeout(action, afterMs);
  return () => clearTimeout(timer);
};

/** Made for one view, and followed through terminals that come and go. */
export class Watch {
  readonly purpose: Purpose;
  /** The terminal to show while it is there. */
  readonly wanted: number | null;
  private terminal: TerminalInfo | null = null;
  private readonly stream = new Stream();
  private readonly acknowledger = new Acknowledger();
  private cancelAck: (() => void) | null = null;
  private readonly sink: TerminalSink;
  private readonly send: (message: ClientMessage) => void;
  private readonly later: Later;

  constructor(
    purpose: Purpose,
    wanted: number | null,
    sink: TerminalSink,
    send: (message: ClientMessage) => void,
    runLater: Later = later,
  ) {
    this.purpose = purpose;
    this.wanted = wanted;
    this.sink = sink;
    this.send = send;
    this.later = runLater;
  }

  /** The terminal's number, when its bytes come here. */
  get attachedTo(): number | null {
    return this.stream.isAttached && this.terminal ? this.terminal.terminal : null;
  }

  /** The terminal's number, when keys may be sent to it. */
  get typeable(): number | null {
    return this.stream.mayType && this.terminal ? this.terminal.terminal : null;
  }

  /** The terminal's number, when it is this seat's to size. */
  get sizeable(): number | null {
    return this.stream.hasControl ? this.attachedTo : null;
  }

  /** There is this terminal now, or none; a new one is attached to. */
  follow(terminal: TerminalInfo | null): void {
    const isSame = terminal?.terminal === this.terminal?.terminal && terminal?.epoch === this.terminal?.epoch;
    this.terminal = terminal;
    if (!terminal) this.stop();
    else if (!isSame || !this.stream.isAttached) this.attach(terminal.terminal);
  }

  /** The connection is gone, with every subscription. */
  stop(): void {
    this.stream.detach();
    this.callOffAck();
  }

  attached(message: Attached): void {
    if (message.terminal !== this.terminal?.terminal) return;
    if (this.stream.attached(message)) {
      this.acknowledger.restart(message.offset);
      this.sink.control(message.control);
    } else this.attach(message.terminal);
  }

  control(terminal: number, hasControl: boolean): void {
    if (terminal !== this.attachedTo) return;
    this.stream.hasControl = hasControl;
    this.sink.control(hasControl);
  }

  /** Attaches again, which takes control from whoever has it. */
  takeControl(): void {
    if (this.attachedTo !== null) this.attach(this.attachedTo);
  }

  receive(frame: BytesFrame): void {
    if (!this.terminal || frame.terminal !== this.terminal.terminal) return;
    const verdict = this.stream.receive(frame);
    if (verdict === "resync") this.attach(frame.terminal);
    else if (verdict !== "ignore") this.draw(frame.bytes, verdict, this.terminal);
  }

  private draw(bytes: Uint8Array, verdict: "write" | "redraw", { columns, rows }: TerminalInfo): void {
    if (verdict === "redraw") this.sink.clear(columns, rows);
    const write = this.stream.written();
    const end = this.stream.offset;
    this.sink.write(bytes, () => {
      this.stream.parsed(write);
      this.acknowledge(end);
    });
  }

  private attach(terminal: number): void {
    this.callOffAck();
    this.send({ type: "attach", terminal, ...this.stream.attach() });
  }

  private acknowledge(offset: number): void {
    if (!this.stream.mayAcknowledge) return;
    this.tell(this.acknowledger.advance(offset));
    if (!this.acknowledger.isWaiting) this.callOffAck();
    else this.cancelAck ??= this.later(() => this.acknowledgeRest(), ackEveryMs);
  }

  private acknowledgeRest(): void {
    this.cancelAck = null;
    if (this.stream.mayAcknowledge) this.tell(this.acknowledger.due());
  }

  private tell(offset: number | null): void {
    if (offset !== null && this.terminal)
      this.send({ type: "ack", terminal: this.terminal.terminal, offset });
  }

  private callOffAck(): void {
    this.cancelAck?.();
    this.cancelAck = null;
  }
}
