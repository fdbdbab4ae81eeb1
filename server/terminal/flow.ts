/** Decides when a pty must wait: only the seat that controls the terminal can hold it back. */

/** Unacknowledged bytes at which the pty is paused, and at which it goes on. */
export const highWaterBytes = 512 * 1024;
export const lowWaterBytes = 128 * 1024;
/** A client acknowledges at least this often; more than the low water would stop the stream for ever. */
export const ackEveryBytes = 32 * 1024;
if (ackEveryBytes > lowWaterBytes) throw new Error("acknowledgements must come within the low water");

export class Flow {
  /** Whether the pty is to wait now. */
  paused = false;
  private sent = 0;
  private acked: number | null = null;

  /** A controller joins at this offset, or none is there any more (null): nobody attached never pauses. */
  control(offset: number | null): void {
    this.acked = offset;
    this.decide();
  }

  produced(end: number): void {
    this.sent = end;
    this.decide();
  }

  /** Acknowledgements that go back or ahead of the stream are ignored. */
  acknowledge(offset: number): void {
    if (this.acked === null || offset <= this.acked || offset > this.sent) return;
    this.acked = offset;
    this.decide();
  }

  private decide(): void {
    const behind = this.acked === null ? 0 : this.sent - this.acked;
    if (behind >= highWaterBytes) this.paused = true;
    else if (behind <= lowWaterBytes) this.paused = false;
  }
}
