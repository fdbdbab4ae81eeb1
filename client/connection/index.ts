/** The page's connection to the server. */
export {
  connectWhenIdle,
  dismissFailure,
  extendLab,
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
  type Lease,
  type TerminalInfo,
  terminalFor,
  terminalOn,
  terminalsFor,
} from "./state.ts";
export { connectionStore, useConnection } from "./store.ts";
export { whenIdle } from "./when-idle.ts";
