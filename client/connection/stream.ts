/** Where a view stands in a terminal's byte stream, and what to do with each frame that comes. */
import type { BytesFrame, ServerMessage } from "../../server/protocol.ts";

/** The answer to `attach`. */
export type Attached = Extract<ServerMessage, { type: "attached" }>;

/** What to do with a frame: `redraw` clears the screen first; `resync` asks the server where we are. */
export type Verdict = "write" | "redraw" | "ignore" | "resync";

type Phase =
  | { at: "detached" }
  | { at: "attaching" }
  /** The first frame after `attached` has not come yet. */
  | { at: "first"; from: Attached["from"] }
  /** It has come as write number `until` and is being parsed. */
  | { at: "replaying"; until: number }
  | { at: "live" };

/** One view's place; it knows neither socket nor screen. */
export class Stream {
  /** Names the stream that `offset` counts in; null before the first `attached`. */
  epoch: string | null = null;
  /** Of the next byte to come. */
  offset = 0;
  /** Whether this seat's keys reach the shell. */
  hasControl = false;
  private phase: Phase = { at: "detached" };
  private writes = 0;

  /** Whether a view is, or will be, told of new bytes. */
  get isAttached(): boolean {
    return this.phase.at !== "detached";
  }

  /**
   * Whether keys and terminal replies may be sent: never while old bytes are drawn again, for the terminal would answer
   * questions that were asked and answered long ago. A resume that brings nothing has nothing to wait for.
   */
  get mayType(): boolean {
    const isLive = this.phase.at === "live" || (this.phase.at === "first" && this.phase.from === "offset");
    return isLive && this.hasControl;
  }

  /** Whether parsed bytes may be acknowledged. */
  get mayAcknowledge(): boolean {
    return this.phase.at === "live";
  }

  /** Asks for the bytes from here on. */
  attach(): { epoch: string | null; offset: number } {
    this.phase = { at: "attaching" };
    return { epoch: this.epoch, offset: this.offset };
  }

  /** The connection or the terminal is gone; the position stays, to resume from. */
  detach(): void {
    this.phase = { at: "detached" };
  }

  /** False when the answer does not go on from here, so that only asking again helps. */
  attached(message: Attached): boolean {
    this.hasControl = message.control;
    const goesOn = message.epoch === this.epoch && message.offset === this.offset;
    if (message.from === "offset" && goesOn && this.phase.at === "live") return true;
    if (message.from === "offset" && !goesOn && this.epoch !== null) {
      this.epoch = null;
      this.offset = 0;
      return false;
    }
    this.epoch = message.epoch;
    this.offset = message.offset;
    this.phase = { at: "first", from: message.from };
    return true;
  }

  receive({ kind, offset, bytes }: BytesFrame): Verdict {
    if (kind === "input" || this.phase.at === "detached" || this.phase.at === "attaching") return "ignore";
    const awaitsSnapshot = this.phase.at === "first" && this.phase.from === "snapshot";
    if (awaitsSnapshot !== (kind === "snapshot")) return "resync";
    if (kind === "output" && offset !== this.offset) return "resync";
    if (kind === "output") this.offset += bytes.length;
    if (this.phase.at === "first") this.phase = { at: "replaying", until: this.writes };
    return awaitsSnapshot ? "redraw" : "write";
  }

  /** Names the write that a frame becomes, to be given to `parsed` later. */
  written(): number {
    return this.writes++;
  }

  /** The terminal has parsed this write. */
  parsed(write: number): void {
    if (this.phase.at === "replaying" && write >= this.phase.until) this.phase = { at: "live" };
  }
}
