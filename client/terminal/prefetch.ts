/** Fetches the terminal emulator and its typeface before they are needed, when the page has nothing better to do. */
import { whenIdle } from "../connection/index.ts";
import { terminalPaneCode } from "./pane-on-demand.tsx";

/** The answer calls off a fetch that has not begun. */
export function prefetchTerminal(): () => void {
  return whenIdle(() => {
    terminalPaneCode.fetch().catch(() => {});
    const family = getComputedStyle(document.documentElement).getPropertyValue("--font-mono");
    document.fonts.load(`16px ${family}`).catch(() => {});
  });
}
