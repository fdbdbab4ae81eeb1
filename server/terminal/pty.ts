/** One program on a pseudo-terminal: the only file that knows node-pty. */
import { spawn } from "node-pty";

export interface PtyCommand {
  file: string;
  args: string[];
  env: Record<string, string>;
}

export interface PtySize {
  columns: number;
  rows: number;
}

export interface PtyEvents {
  output(bytes: Uint8Array): void;
  /** Called once, after the last output. */
  exited(status: number): void;
}

export interface Pty {
  readonly pid: number;
  write(bytes: Uint8Array): void;
  resize(size: PtySize): void;
  pause(): void;
  resume(): void;
  /** Hangs up (SIGHUP). */
  kill(): void;
}

export type OpenPty = (command: PtyCommand, size: PtySize, events: PtyEvents) => Pty;

/** Starts a command on a new pty. */
export const openPty: OpenPty = (command, size, events) => {
  const child = spawn(command.file, command.args, {
    name: "xterm-256color",
    cols: size.columns,
    rows: size.rows,
    cwd: "/",
    env: command.env,
    encoding: null,
  });
  let exited = false;
  // node-pty types its data as string, but with a null encoding gives a Buffer.
  child.onData((data: unknown) => events.output(data as Uint8Array));
  child.onExit(({ exitCode }) => {
    exited = true;
    events.exited(exitCode);
  });
  const unlessExited = (act: () => void) => {
    if (!exited) act();
  };
  return {
    pid: child.pid,
    write: (bytes) => unlessExited(() => child.write(Buffer.from(bytes))),
    resize: ({ columns, rows }) => unlessExited(() => child.resize(columns, rows)),
    pause: () => child.pause(),
    resume: () => child.resume(),
    kill: () => unlessExited(() => child.kill("SIGHUP")),
  };
};
