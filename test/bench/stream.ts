/** Keystroke echo and output throughput: through the server's terminal and a WebSocket, beside a bare node-pty. */
import { spawn } from "node-pty";
import { decodeBytes, encodeBytes } from "../../server/protocol.ts";
import { startLabServer } from "./lab-server.ts";
import { repeat, round, type Summary } from "./measure.ts";

const flood = "head -c 60000000 /dev/zero | tr '\\0' x; echo; echo o''ver";

interface Line {
  send(text: string): void;
  /** Calls back with every piece of output. */
  hear(listener: (bytes: Uint8Array) => void): void;
  close(): Promise<void>;
}

export interface StreamTimes {
  echo: Summary;
  /** MB/s */
  throughput: number;
}

export async function measureStreams(keys: number): Promise<{ bare: StreamTimes; shelldeck: StreamTimes }> {
  return {
    bare: await measure(await openBare(), keys),
    shelldeck: await measure(await openThroughServer(), keys),
  };
}

async function measure(line: Line, keys: number): Promise<StreamTimes> {
  try {
    await answer(line, "echo rea''dy\r", "ready");
    const echo = await repeat(keys, async () => {
      const time = await echoOf(line, "a");
      await echoOf(line, "\b");
      return time;
    });
    const start = performance.now();
    const bytes = await answer(line, `${flood}\r`, "over");
    return { echo, throughput: round(bytes / 1e6 / ((performance.now() - start) / 1000)) };
  } finally {
    await line.close();
  }
}

function echoOf(line: Line, key: string): Promise<number> {
  const start = performance.now();
  return new Promise((resolve) => {
    line.hear(() => resolve(performance.now() - start));
    line.send(key);
  });
}

/** Sends a line and counts the bytes until a word comes back. */
function answer(line: Line, text: string, word: string): Promise<number> {
  return new Promise((resolve) => {
    let count = 0;
    let tail = "";
    line.hear((bytes) => {
      count += bytes.length;
      tail = (tail + Buffer.from(bytes.subarray(-200)).toString("latin1")).slice(-400);
      if (tail.includes(word)) resolve(count);
    });
    line.send(text);
  });
}

async function openBare(): Promise<Line> {
  const child = spawn("bash", ["--norc", "--noprofile"], { cols: 100, rows: 30, cwd: "/", encoding: null });
  let listener: (bytes: Uint8Array) => void = () => {};
  child.onData((data: unknown) => listener(data as Uint8Array));
  return {
    send: (text) => child.write(text),
    hear: (next) => {
      listener = next;
    },
    close: async () => child.kill("SIGKILL"),
  };
}

async function openThroughServer(): Promise<Line> {
  const server = await startLabServer();
  let listener: (bytes: Uint8Array) => void = () => {};
  const terminal = await server.openTerminal();
  server.socket.on("message", (data: Buffer, isBinary) => {
    const frame = isBinary ? decodeBytes(data) : null;
    if (frame?.kind !== "output") return;
    server.say({ type: "ack", terminal, offset: frame.offset + frame.bytes.length });
    listener(frame.bytes);
  });
  const bytes = (text: string) => Buffer.from(text);
  return {
    send: (text) =>
      server.socket.send(encodeBytes({ kind: "input", terminal, offset: 0, bytes: bytes(text) })),
    hear: (next) => {
      listener = next;
    },
    close: server.close,
  };
}
