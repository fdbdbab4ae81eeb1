/** What Run demo needs, fetched while its slide is shown. */
import { whenIdle } from "../connection/index.ts";
import { prefetchTerminal } from "../terminal/index.ts";
import { demoViewCode } from "./demo-view-on-demand.tsx";

/** The view, the terminal and the demo itself; the answer calls off what has not begun. */
export function prefetchDemo(demo: string): () => void {
  const cancelTerminal = prefetchTerminal();
  const cancelDemo = whenIdle(() => {
    import("../play/index.ts").then(({ loadDemo }) => loadDemo(demo)).catch(() => {});
    demoViewCode.fetch().catch(() => {});
  });
  return () => {
    cancelTerminal();
    cancelDemo();
  };
}
