/** The play room's front file: a demo's script and how far it is played, for all who show it. */
export { loadDemo, useDemo } from "./demo-data.ts";
export type { NextAction } from "./next-action.ts";
export type { StepRow } from "./progress.ts";
export { ScriptText } from "./script-text.tsx";
export { nextActionNow, useNextAction, useProgress } from "./use-progress.ts";
