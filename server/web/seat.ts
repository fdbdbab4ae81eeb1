/** One connected browser: reads its frames, holds it to its role, and passes on what it may ask. */
import * as v from "valibot";
import {
  type ClientMessage,
  ClientMessageSchema,
  decodeBytes,
  encodeBytes,
  maxFrameBytes,
  protocolVersion,
  type Role,
  type ServerMessage,
} from "../protocol.ts";
import { type Stage, StageError } from "../stage/index.ts";
import type { Talk } from "../talk/index.ts";
import type { Terminal, Viewer } from "../terminal/index.ts";
import { maySay, mayType } from "./permissions.ts";
import { Rate } from "./rate.ts";

/** Frames a seat may send: keys held down, a paste, acknowledgements of a flood. */
const burstFrames = 2000;
const framesPerSecond = 500;
/** A line with more than this to send gets no more of the laser's way, of which only the end counts. */
const lateBytes = 64 * 1024;
/** Bad frames after which a seat is shown the door. */
const maxBadFrames = 20;

/** The socket as a seat needs it; closing codes as in RFC 6455. */
export interface Wire {
  sendText(text: string): void;
  sendBytes(bytes: Uint8Array): void;
  unsentBytes(): number;
  close(code: number, reason: string): void;
}

const fullSlide: ServerMessage = {
  type: "failure",
  about: "draw",
  error: "there is too much drawn on this slide",
  remedy: "clear the drawing (Delete)",
};

export class Seat {
  /** Names this seat to the others. */
  readonly id: string;
  readonly role: Role;
  private readonly stage: Stage;
  private readonly talk: Talk;
  private readonly deckVersion: () => string;
  private readonly wire: Wire;
  private readonly redeem: (ticket: string) => boolean;
  private readonly viewers = new Map<number, { terminal: Terminal; viewer: Viewer }>();
  private readonly rate: Rate;
  private badFrames = 0;
  isWelcome = false;

  constructor(
    options: {
      id: string;
      role: Role;
      stage: Stage;
      talk: Talk;
      deckVersion: () => string;
      wire: Wire;
      redeem: (ticket: string) => boolean;
    },
    now: () => number = Date.now,
  ) {
    this.id = options.id;
    this.role = options.role;
    this.stage = options.stage;
    this.talk = options.talk;
    this.deckVersion = options.deckVersion;
    this.wire = options.wire;
    this.redeem = options.redeem;
    this.rate = new Rate(burstFrames, framesPerSecond, now);
  }

  /** Something happened on the stage or in the talk; `text` is the message as JSON. */
  hear(message: ServerMessage, text: string): void {
    if (!this.isWelcome) return;
    if (message.type === "closed") this.viewers.delete(message.terminal);
    const isLate = message.type === "laser" && message.at && this.wire.unsentBytes() > lateBytes;
    if (!isLate) this.wire.sendText(text);
  }

  receiveText(text: string): void {
    if (!this.mayReceive(text.length)) return;
    const message = parse(text);
    if (!message) return this.refuse("frame", "this frame is no message of the protocol");
    if (!this.isWelcome && message.type !== "hello")
      return this.wire.close(1008, "the first frame must be hello");
    if (!maySay(this.role, message.type))
      return this.refuse(message.type, `the role ${this.role} may not ask for ${message.type}`);
    this.on[message.type](message as never);
  }

  receiveBytes(data: Uint8Array): void {
    if (!this.mayReceive(data.length)) return;
    if (!this.isWelcome) return this.wire.close(1008, "the first frame must be hello");
    const frame = decodeBytes(data);
    if (frame?.kind !== "input") return this.refuse("frame", "this frame holds no input");
    if (!mayType(this.role)) return this.refuse("input", `the role ${this.role} may not type`);
    const place = this.viewers.get(frame.terminal);
    if (!place) return this.refuse("input", `this seat is not attached to terminal ${frame.terminal}`);
    place.terminal.typeFrom(place.viewer, frame.bytes);
  }

  dispose(): void {
    for (const { terminal, viewer } of this.viewers.values()) terminal.detach(viewer);
    this.viewers.clear();
    if (this.isWelcome) this.talk.leave(this.id);
    this.isWelcome = false;
  }

  private readonly on: {
    [K in ClientMessage["type"]]: (message: Extract<ClientMessage, { type: K }>) => void;
  } = {
    hello: ({ version, ticket }) => {
      if (this.isWelcome) return this.refuse("hello", "this seat has said hello already");
      if (version !== protocolVersion)
        return this.wire.close(1008, `reload the page: this server speaks protocol ${protocolVersion}`);
      if (!this.redeem(ticket)) return this.wire.close(1008, "this ticket is not good any more");
      this.isWelcome = true;
      const { role, id: seat } = this;
      const { obstacle } = this.stage;
      const { place, blackout } = this.talk;
      this.say({ type: "welcome", version, role, seat, deck: this.deckVersion(), place, blackout, obstacle });
      for (const message of [...this.talk.state(), ...this.stage.state()]) this.say(message);
      if (maySay(this.role, "open")) this.stage.warm();
    },
    attach: ({ terminal: id, epoch, offset }) => {
      const terminal = this.stage.terminal(id);
      if (!terminal) return this.refuse("attach", `there is no terminal ${id}`);
      const viewer = this.viewers.get(id)?.viewer ?? this.viewer(terminal);
      this.viewers.set(id, { terminal, viewer });
      terminal.attach(viewer, epoch, offset, mayType(this.role));
    },
    detach: ({ terminal: id }) => {
      const place = this.viewers.get(id);
      place?.terminal.detach(place.viewer);
      this.viewers.delete(id);
    },
    ack: ({ terminal: id, offset }) => {
      const place = this.viewers.get(id);
      place?.terminal.acknowledge(place.viewer, offset);
    },
    resize: ({ terminal: id, columns, rows }) => {
      const place = this.viewers.get(id);
      place?.terminal.resizeFrom(place.viewer, { columns, rows });
    },
    open: ({ purpose }) => this.ask("open", this.stage.open(purpose)),
    play: ({ demo, step }) => this.ask("play", this.stage.play(demo, step)),
    run: ({ slide, block, values }) => this.ask("run", this.stage.run(slide, block, values)),
    reset: () => this.ask("reset", this.stage.reset()),
    extend: () => this.stage.extend(),
    go: ({ place }) => this.talk.go(place, this.id),
    blackout: ({ on }) => this.talk.setBlackout(on, this.id),
    clock: ({ does }) => this.talk.runClock(does),
    laser: ({ at }) => this.talk.laser(at, this.id),
    draw: ({ slide, id, points }) => {
      if (!this.talk.draw(slide, { id, points }, this.id)) this.say(fullSlide);
    },
    erase: ({ slide, all }) => this.talk.erase(slide, all),
  };

  private viewer(terminal: Terminal): Viewer {
    const { id, epoch } = terminal;
    return {
      attached: (offset, snapshot, control) => {
        this.say({
          type: "attached",
          terminal: id,
          epoch,
          offset,
          from: snapshot ? "snapshot" : "offset",
          control,
        });
        if (snapshot)
          this.wire.sendBytes(encodeBytes({ kind: "snapshot", terminal: id, offset, bytes: snapshot }));
      },
      output: (offset, bytes) =>
        this.wire.sendBytes(encodeBytes({ kind: "output", terminal: id, offset, bytes })),
      control: (control) => this.say({ type: "control", terminal: id, control }),
      unsentBytes: () => this.wire.unsentBytes(),
    };
  }

  private ask(about: string, answer: Promise<void>): void {
    answer.catch((error: unknown) => {
      const remedy = error instanceof StageError ? error.remedy : "try again";
      this.say({
        type: "failure",
        about,
        error: error instanceof Error ? error.message : String(error),
        remedy,
      });
    });
  }

  private mayReceive(length: number): boolean {
    if (length > maxFrameBytes) this.wire.close(1009, "this frame is too large");
    else if (!this.rate.take()) this.wire.close(1008, "too many frames");
    else return true;
    return false;
  }

  private refuse(about: string, error: string): void {
    this.badFrames += 1;
    this.say({ type: "failure", about, error, remedy: null });
    if (this.badFrames >= maxBadFrames) this.wire.close(1008, "too many frames that are no messages");
  }

  private say(message: ServerMessage): void {
    this.wire.sendText(JSON.stringify(message));
  }
}

function parse(text: string): ClientMessage | null {
  try {
    const result = v.safeParse(ClientMessageSchema, JSON.parse(text));
    return result.success ? result.output : null;
  } catch {
    return null;
  }
}
