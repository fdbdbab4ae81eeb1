/** The screen as a late joiner needs it: a headless terminal that reads behind the stream and never holds it up. */
import serializeModule from "@xterm/addon-serialize";
import headlessModule from "@xterm/headless";
import type { PtySize } from "./pty.ts";
import type { Ring } from "./ring.ts";

/** Lines above the screen that a snapshot holds. */
const scrollbackLines = 1000;
/** Bytes parsed in one go. */
const sliceBytes = 64 * 1024;
/** Behind by more than this, parsing waits until the flood is over. */
const floodBytes = 256 * 1024;
const floodPauseMs = 30;

export class Screen {
  private readonly terminal: InstanceType<typeof headlessModule.Terminal>;
  private readonly serializer = new serializeModule.SerializeAddon();
  private readonly ring: Ring;
  private isParsing = false;
  private timer: NodeJS.Timeout | null = null;
  private waiting: (() => void)[] = [];
  /** Offset up to which the screen has read the stream. */
  offset = 0;

  constructor(ring: Ring, { columns, rows }: PtySize) {
    this.ring = ring;
    this.terminal = new headlessModule.Terminal({
      cols: columns,
      rows,
      scrollback: scrollbackLines,
      allowProposedApi: true,
    });
    this.terminal.loadAddon(this.serializer);
  }

  /** There is more in the ring. */
  advance(): void {
    if (this.isParsing || this.timer) return;
    if (this.ring.end - this.offset > floodBytes) {
      this.timer = setTimeout(() => {
        this.timer = null;
        this.parse();
      }, floodPauseMs);
      return;
    }
    this.parse();
  }

  resize({ columns, rows }: PtySize): void {
    this.terminal.resize(columns, rows);
  }

  /** Calls back, at a moment when nothing is half parsed, with the screen and the lines above it as they are at `offset`. */
  snapshot(take: (offset: number, bytes: Uint8Array) => void): void {
    this.waiting.push(() =>
      take(this.offset, Buffer.from(this.serializer.serialize({ scrollback: scrollbackLines }))),
    );
    if (this.isParsing) return;
    if (this.offset === this.ring.end) this.settle();
    else this.parse();
  }

  dispose(): void {
    if (this.timer) clearTimeout(this.timer);
    this.timer = null;
    this.isParsing = true;
    this.terminal.dispose();
  }

  private parse(): void {
    if (this.isParsing || this.offset === this.ring.end) return;
    if (!this.ring.has(this.offset)) {
      this.terminal.reset();
      this.offset = this.ring.start;
    }
    const slice = this.ring.read(this.offset, sliceBytes);
    this.isParsing = true;
    const upTo = this.offset + slice.length;
    this.terminal.write(slice, () => {
      this.offset = upTo;
      this.isParsing = false;
      this.settle();
      this.advance();
    });
  }

  private settle(): void {
    const waiting = this.waiting;
    this.waiting = [];
    for (const take of waiting) take();
  }
}
