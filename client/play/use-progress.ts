/** Binds a demo's progress to what the server reports. */
import { useMemo } from "react";
import type { Demo } from "../../server/protocol.ts";
import {
  type ConnectionState,
  connectionStore,
  type TerminalInfo,
  terminalFor,
  terminalOn,
  useConnection,
} from "../connection/index.ts";
import { type NextAction, nextAction } from "./next-action.ts";
import { type DemoProgress, demoProgress } from "./progress.ts";

/** How far a demo is, now. */
export function useProgress(demo: Demo): DemoProgress {
  const report = useConnection((state) => state.demos[demo.name]);
  return useMemo(() => demoProgress(demo, report), [demo, report]);
}

/** What the big button does, now. */
export function useNextAction(demo: Demo): NextAction {
  const progress = useProgress(demo);
  const link = useConnection((state) => state.link);
  const lab = useConnection((state) => state.lab);
  const obstacle = useConnection((state) => state.obstacle);
  const asked = useConnection((state) => state.asked);
  const terminal = useConnection((state) => terminalOfStep(state, demo, progress));
  const paused = useConnection((state) => state.demos[demo.name]?.paused ?? null);
  return nextAction({ link, lab, obstacle, asked }, progress, terminal, paused);
}

/** The same, for a key that is pressed now. */
export function nextActionNow(demo: Demo): NextAction {
  const state = connectionStore.getState();
  const report = state.demos[demo.name];
  const progress = demoProgress(demo, report);
  return nextAction(state, progress, terminalOfStep(state, demo, progress), report?.paused ?? null);
}

/** The terminal that the current step is typed into. */
function terminalOfStep(state: ConnectionState, demo: Demo, { current }: DemoProgress): TerminalInfo | null {
  const purpose = { kind: "demo", demo: demo.name } as const;
  return current ? terminalOn(state, purpose, current.step.node) : terminalFor(state, purpose);
}
