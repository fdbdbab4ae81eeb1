/** The last part of a terminal's byte stream, addressed by absolute offsets. */

/** What a client can be behind and still get the difference instead of a snapshot, in bytes. */
export const ringBytes = 2 * 1024 * 1024;

export class Ring {
  private readonly data: Buffer;
  /** Offset of the next byte of the stream. */
  end = 0;

  constructor(capacityBytes: number = ringBytes) {
    this.data = Buffer.alloc(capacityBytes);
  }

  /** Offset of the oldest byte that is still there. */
  get start(): number {
    return Math.max(0, this.end - this.data.length);
  }

  append(bytes: Uint8Array): void {
    const kept = bytes.length > this.data.length ? bytes.subarray(bytes.length - this.data.length) : bytes;
    const at = (this.end + bytes.length - kept.length) % this.data.length;
    const first = Math.min(kept.length, this.data.length - at);
    this.data.set(kept.subarray(0, first), at);
    this.data.set(kept.subarray(first), 0);
    this.end += bytes.length;
  }

  has(offset: number): boolean {
    return offset >= this.start && offset <= this.end;
  }

  /** A copy of at most `maxBytes` bytes from `offset` on, which the ring must have. */
  read(offset: number, maxBytes: number): Uint8Array<ArrayBuffer> {
    if (!this.has(offset)) throw new RangeError(`offset ${offset} is not in ${this.start}..${this.end}`);
    const length = Math.min(maxBytes, this.end - offset);
    const out = new Uint8Array(length);
    const at = offset % this.data.length;
    const first = Math.min(length, this.data.length - at);
    out.set(this.data.subarray(at, at + first));
    out.set(this.data.subarray(0, length - first), first);
    return out;
  }
}
