/**
 * Takes a shell's marks out of its output: `ESC ] 133 ; LETTER [; STATUS] ; nonce=HEX BEL`
 * (FinalTerm's OSC 133 with a nonce, so that no program's output can pass for the shell).
 */

export type MarkKind = "prompt" | "input" | "started" | "ended" | "more";

/** `prompt`: the shell is about to show its prompt; `input`: it waits for a command; `more`: it wants another line of it. */
export interface Mark {
  kind: MarkKind;
  /** Exit status, with `ended`. */
  status: number | null;
}

/** A run of output, or a mark between two runs. */
export type Piece = { kind: "output"; bytes: Uint8Array } | { kind: "mark"; mark: Mark };

const kinds: Record<string, MarkKind> = { A: "prompt", B: "input", C: "started", D: "ended", P: "more" };
const lead = Buffer.from("\x1b]133;");
/** A mark is never longer; what is longer is a program's own sequence and passes. */
const maxMarkBytes = 160;
const bel = 0x07;

/** Splits a stream into pieces; chunks may cut a mark anywhere. */
export class MarkFilter {
  private readonly nonce: string;
  private held: Buffer = Buffer.alloc(0);

  constructor(nonce: string) {
    this.nonce = nonce;
  }

  push(chunk: Uint8Array): Piece[] {
    const data = this.held.length > 0 ? Buffer.concat([this.held, chunk]) : asBuffer(chunk);
    this.held = Buffer.alloc(0);
    const pieces: Piece[] = [];
    let from = 0;
    let search = 0;
    for (;;) {
      const start = data.indexOf(lead, search);
      if (start < 0) break;
      const limit = Math.min(data.length, start + maxMarkBytes);
      const end = data.subarray(start, limit).indexOf(bel);
      if (end < 0) {
        if (limit < start + maxMarkBytes) return this.hold(pieces, data, from, start);
        search = start + lead.length;
        continue;
      }
      const mark = this.read(data.toString("latin1", start + lead.length, start + end));
      search = start + end + 1;
      if (!mark) continue;
      if (start > from) pieces.push({ kind: "output", bytes: data.subarray(from, start) });
      pieces.push({ kind: "mark", mark });
      from = search;
    }
    return this.hold(pieces, data, from, Math.max(from, partialLead(data, search)));
  }

  /** What is held back as a possible mark, when the stream ends. */
  flush(): Uint8Array {
    const rest = this.held;
    this.held = Buffer.alloc(0);
    return rest;
  }

  private hold(pieces: Piece[], data: Buffer, from: number, holdFrom: number): Piece[] {
    if (holdFrom > from) pieces.push({ kind: "output", bytes: data.subarray(from, holdFrom) });
    this.held = data.subarray(holdFrom);
    return pieces;
  }

  private read(body: string): Mark | null {
    const fields = body.split(";");
    const kind = kinds[fields[0] ?? ""];
    if (!kind || fields.at(-1) !== `nonce=${this.nonce}`) return null;
    const status = kind === "ended" ? Number.parseInt(fields[1] ?? "", 10) : Number.NaN;
    return { kind, status: Number.isNaN(status) ? null : status };
  }
}

/** Where a beginning of `lead` stands at the end of the data, else its length. */
function partialLead(data: Buffer, from: number): number {
  for (let length = Math.min(lead.length - 1, data.length - from); length > 0; length--) {
    if (data.subarray(data.length - length).equals(lead.subarray(0, length))) return data.length - length;
  }
  return data.length;
}

function asBuffer(bytes: Uint8Array): Buffer {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength);
}
