/** The page's connection to the server. */
export {
  connectWhenIdle,
  dismissFailure,
  openTerminal,
  playStep,
  reconnect,
  resetLab,
  runBlock,
  say,
  watchTerminal,
} from "./commands.ts";
export type { TerminalHandle } from "./session.ts";
export {
  blockKey,
  type ConnectionState,
  type DemoReport,
  type Failure,
  type Link,
  type TerminalInfo,
  terminalFor,
  terminalsFor,
} from "./state.ts";
export { connectionStore, useConnection } from "./store.ts";
export type { TalkState } from "./talk-state.ts";
export type { TerminalSink } from "./watch.ts";
export { whenIdle } from "./when-idle.ts";
