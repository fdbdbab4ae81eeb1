/** The terminal room's front file: shells on the page. The emulator is loaded with the first that is shown. */
export { Fetched, OnDemand } from "./on-demand.tsx";
export { TerminalPane } from "./pane-on-demand.tsx";
export { prefetchTerminal } from "./prefetch.ts";
export { reportText } from "./report-text.ts";
export { RunBlock } from "./run-block.tsx";
export { sentence } from "./sentence.ts";
export { TerminalDrawer } from "./terminal-drawer.tsx";
export type { TerminalEntry } from "./terminal-view.tsx";
export { useWideWindow } from "./wide-window.ts";
