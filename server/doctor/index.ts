/** The doctor's front file: what this machine can do, and what mends what it cannot. */
export type { Check } from "./check.ts";
export type { Facts, PackageFact } from "./facts.ts";
export { type Install, judge } from "./judge/judge.ts";
export { type Known, look } from "./look/look.ts";
export { obstacleText, readinessText, reportText } from "./report.ts";
export { type LabTrial, tryLab } from "./try-lab.ts";
