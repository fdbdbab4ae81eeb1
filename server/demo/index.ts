/** The demo room's front file. */
export type { Demo, Step } from "./demo.ts";
export { demoNames, isDemoName } from "./demo-name.ts";
export { formatProblem } from "./format-problem.ts";
export { parseDemo } from "./parse.ts";
export { atOnce, byHand, Play, type PlayState, type Typing } from "./play.ts";
