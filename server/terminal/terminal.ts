/** One shell on one node behind one pty: its stream, its marks, and the seats that watch it. */
import { Flow } from "./flow.ts";
import { type Mark, MarkFilter } from "./marks.ts";
import { type OpenPty, openPty, type Pty, type PtyCommand, type PtySize } from "./pty.ts";
import { Ring } from "./ring.ts";
import { Screen } from "./screen.ts";

/** Output is sent at once until this much has come within a few milliseconds; what follows is gathered. */
const atOnceBytes = 2048;
const coalesceMs = 3;
const frameBytes = 64 * 1024;
/** Who comes for the first time gets a stream no longer than this as it is, and not a picture of the screen. */
const shortStreamBytes = 16 * 1024;
/** A viewer that has more than this unsent gets a snapshot instead, once it has caught up. */
const viewerLimitBytes = 1024 * 1024;
const viewerReadyBytes = 128 * 1024;

export type TerminalState = "starting" | "prompt" | "busy" | "exited";

/** One seat's ear at a terminal. */
export interface Viewer {
  /** Bytes follow from `offset`; with `snapshot` the screen as it was there comes first. */
  attached(offset: number, snapshot: Uint8Array | null, hasControl: boolean): void;
  output(offset: number, bytes: Uint8Array): void;
  control(hasControl: boolean): void;
  /** Bytes that wait to be sent to it. */
  unsentBytes(): number;
}

/** What the demo's player and the stage hear. */
export interface TerminalListener {
  output?(bytes: Uint8Array): void;
  mark?(mark: Mark): void;
  /** A person typed. */
  typed?(): void;
  changed?(): void;
}

interface Place {
  offset: number;
  isBehind: boolean;
}

export class Terminal {
  readonly id: number;
  readonly node: string;
  readonly epoch: string;
  size: PtySize;
  state: TerminalState = "starting";
  private readonly ring = new Ring();
  private readonly screen: Screen;
  private readonly marks: MarkFilter;
  private readonly flow = new Flow();
  private readonly pty: Pty;
  private readonly viewers = new Map<Viewer, Place>();
  private readonly joining = new Set<Viewer>();
  private readonly listeners = new Set<TerminalListener>();
  private isPaused = false;
  private controller: Viewer | null = null;
  private timer: NodeJS.Timeout | null = null;
  /** Bytes that came since the timer was set. */
  private gathered = 0;

  constructor(
    options: { id: number; node: string; epoch: string; nonce: string; size: PtySize; command: PtyCommand },
    open: OpenPty = openPty,
  ) {
    this.id = options.id;
    this.node = options.node;
    this.epoch = options.epoch;
    this.size = options.size;
    this.screen = new Screen(this.ring, options.size);
    this.marks = new MarkFilter(options.nonce);
    this.pty = open(options.command, options.size, {
      output: (bytes) => this.receive(bytes),
      exited: () => this.exit(),
    });
  }

  listen(listener: TerminalListener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  /** First join, late join and reconnect alike; with `takeControl` the one who had control loses it. */
  attach(viewer: Viewer, epoch: string | null, offset: number, takeControl: boolean): void {
    this.detach(viewer);
    if (takeControl) {
      this.controller?.control(false);
      this.controller = viewer;
    }
    const isShort = this.ring.end <= shortStreamBytes;
    if (epoch === this.epoch && this.ring.has(offset)) this.join(viewer, offset, null);
    else if (epoch === null && isShort) this.join(viewer, 0, null);
    else this.joinBySnapshot(viewer);
  }

  detach(viewer: Viewer): void {
    this.viewers.delete(viewer);
    this.joining.delete(viewer);
    if (this.controller !== viewer) return;
    this.controller = null;
    this.flow.control(null);
    this.applyFlow();
  }

  acknowledge(viewer: Viewer, offset: number): void {
    if (viewer !== this.controller) return;
    this.flow.acknowledge(offset);
    this.applyFlow();
  }

  /** Keys from a seat; only the controller's reach the shell. */
  typeFrom(viewer: Viewer, bytes: Uint8Array): boolean {
    if (viewer !== this.controller) return false;
    for (const listener of this.listeners) listener.typed?.();
    this.pty.write(bytes);
    return true;
  }

  /** Keys from the demo's player. */
  type(text: string): void {
    this.pty.write(Buffer.from(text));
  }

  resizeFrom(viewer: Viewer, size: PtySize): void {
    if (viewer !== this.controller || (size.columns === this.size.columns && size.rows === this.size.rows))
      return;
    this.size = size;
    this.pty.resize(size);
    this.screen.resize(size);
    this.tellChanged();
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.viewers.clear();
    this.joining.clear();
    this.listeners.clear();
    this.controller = null;
    this.pty.kill();
    this.screen.dispose();
  }

  private receive(bytes: Uint8Array): void {
    for (const piece of this.marks.push(bytes)) {
      if (piece.kind === "output") this.produce(piece.bytes);
      else this.mark(piece.mark);
    }
  }

  private produce(bytes: Uint8Array): void {
    this.ring.append(bytes);
    this.flow.produced(this.ring.end);
    this.applyFlow();
    for (const listener of this.listeners) listener.output?.(bytes);
    if (!this.timer) {
      this.gathered = 0;
      this.timer = setTimeout(() => this.sendLater(), coalesceMs);
    }
    this.gathered += bytes.length;
    if (this.gathered === bytes.length || this.gathered <= atOnceBytes) this.send();
    this.screen.advance();
  }

  private mark(mark: Mark): void {
    const state = mark.kind === "input" ? "prompt" : mark.kind === "started" ? "busy" : this.state;
    if (state !== this.state) {
      this.state = state;
      this.tellChanged();
    }
    for (const listener of this.listeners) listener.mark?.(mark);
  }

  private exit(): void {
    const rest = this.marks.flush();
    if (rest.length > 0) this.produce(rest);
    this.send();
    this.state = "exited";
    this.tellChanged();
  }

  private tellChanged(): void {
    for (const listener of this.listeners) listener.changed?.();
  }

  private applyFlow(): void {
    if (this.flow.paused === this.isPaused) return;
    this.isPaused = this.flow.paused;
    if (this.isPaused) this.pty.pause();
    else this.pty.resume();
  }

  private sendLater(): void {
    this.timer = null;
    this.gathered = 0;
    if (this.send()) this.timer = setTimeout(() => this.sendLater(), coalesceMs);
  }

  /** Sends each viewer what it has not had yet; tells whether there was anything. */
  private send(): boolean {
    let hasSent = false;
    for (const [viewer, place] of this.viewers) {
      if (place.isBehind) {
        if (viewer.unsentBytes() < viewerReadyBytes) this.joinBySnapshot(viewer);
        hasSent = true;
        continue;
      }
      if (place.offset === this.ring.end) continue;
      hasSent = true;
      place.isBehind = viewer !== this.controller && viewer.unsentBytes() > viewerLimitBytes;
      if (place.isBehind || !this.ring.has(place.offset)) {
        place.isBehind = true;
        continue;
      }
      while (place.offset < this.ring.end) {
        const bytes = this.ring.read(place.offset, frameBytes);
        viewer.output(place.offset, bytes);
        place.offset += bytes.length;
      }
    }
    return hasSent;
  }

  private joinBySnapshot(viewer: Viewer): void {
    this.viewers.delete(viewer);
    this.joining.add(viewer);
    this.screen.snapshot((offset, bytes) => {
      if (this.joining.delete(viewer)) this.join(viewer, offset, bytes);
    });
  }

  private join(viewer: Viewer, offset: number, snapshot: Uint8Array | null): void {
    const hasControl = viewer === this.controller;
    this.viewers.set(viewer, { offset, isBehind: false });
    if (hasControl) this.flow.control(offset);
    viewer.attached(offset, snapshot, hasControl);
    this.send();
  }
}
