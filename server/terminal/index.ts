/** The terminal room's front file. */
export type { Mark } from "./marks.ts";
export type { OpenPty } from "./pty.ts";
export { Terminal, type Viewer } from "./terminal.ts";
