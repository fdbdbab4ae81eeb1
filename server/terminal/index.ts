/** The terminal room's front file. */
export { type Mark, MarkFilter, type MarkKind } from "./marks.ts";
export type { OpenPty, PtyCommand, PtySize } from "./pty.ts";
export { Terminal, type TerminalListener, type TerminalState, type Viewer } from "./terminal.ts";
