/** A real bash on a real pty whose marks carry a nonce, and a seat that listens to it. */
import { fileURLToPath } from "node:url";
import { plainText } from "../../server/demo/plain-text.ts";
import { Terminal, type Viewer } from "../../server/terminal/index.ts";

const nonce = "5eed";
const rc = fileURLToPath(new URL("../fixtures/marks.bashrc", import.meta.url));

export function openShell(node = "node1"): Terminal {
  return new Terminal({
    id: 1,
    node,
    epoch: "epoch-1",
    nonce,
    size: { columns: 80, rows: 24 },
    command: {
      file: "bash",
      args: ["--noprofile", "--rcfile", rc, "-i"],
      env: { PATH: process.env.PATH ?? "", TERM: "xterm-256color", TEST_NONCE: nonce, HISTFILE: "" },
    },
  });
}

/** A viewer that keeps all it is given, and checks that offsets have neither gap nor overlap. */
export class Recorder implements Viewer {
  private chunks: Uint8Array[] = [];
  end = 0;
  snapshots: string[] = [];
  hasControl: boolean | null = null;
  isSlow = false;

  attached(offset: number, snapshot: Uint8Array | null, hasControl: boolean): void {
    this.end = offset;
    this.hasControl = hasControl;
    if (snapshot) this.snapshots.push(Buffer.from(snapshot).toString());
  }

  output(offset: number, bytes: Uint8Array): void {
    if (offset !== this.end) throw new Error(`expected offset ${this.end}, got ${offset}`);
    this.end += bytes.length;
    this.chunks.push(bytes);
  }

  /** What it was shown since it came, without escape sequences. */
  get text(): string {
    return plainText(Buffer.concat(this.chunks).toString());
  }

  control(hasControl: boolean): void {
    this.hasControl = hasControl;
  }

  unsentBytes(): number {
    return this.isSlow ? 10_000_000 : 0;
  }
}
