/** Fetches the terminal emulator and its typeface before they are needed, when the page has nothing better to do. */
import { whenIdle } from "../connection/index.ts";
import { terminalPaneCode } from "./pane-on-demand.tsx";

/** The answer calls off what has not begun. */
export function prefetchTerminal(): () => void {
  let isOff = false;
  let callOff = whenIdle(() => void fetchTerminal().catch(() => {}));

  async function fetchTerminal(): Promise<void> {
    const family = getComputedStyle(document.documentElement).getPropertyValue("--font-mono");
    const [warm] = await Promise.all([
      import("./warm-up.ts"),
      terminalPaneCode.fetch(),
      document.fonts.load(`16px ${family}`),
    ]);
    if (!isOff) callOff = whenIdle(() => warm.warmUp());
  }

  return () => {
    isOff = true;
    callOff();
  };
}
