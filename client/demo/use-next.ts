/** Binds the one big button to the server. */
import { playStep, terminalFor, useConnection } from "../connection/index.ts";
import type { DemoData } from "./demo-data.ts";
import { type NextAction, nextAction } from "./next-action.ts";
import type { DemoProgress } from "./progress.ts";

/** What the button shows, and what pressing it (or its keys) does; a press while it waits does nothing. */
export function useNext(
  demo: string,
  data: DemoData["state"],
  progress: DemoProgress,
  paused: string | null,
  onFinished: () => void,
): [NextAction, () => void] {
  const known = useConnection((state) => state);
  const terminal = terminalFor(known, { kind: "demo", demo });
  const loading: NextAction = { label: "Next step", does: null, status: "Loading the demo…", tone: "plain" };
  const action = data === "loading" ? loading : nextAction(known, progress, terminal, paused);
  const next = () => {
    if (action.does === "finish") onFinished();
    else if (action.does) playStep(demo, action.does.play);
  };
  return [action, next];
}
