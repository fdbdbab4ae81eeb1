/** The lab room's front file. */
export { createLabEngine, type LabEngineOptions } from "./apply/index.ts";
export { type Lab, type LabEngine, LabError, type LabSpec, type ShellCommand } from "./lab.ts";
export { noLabs } from "./no-labs.ts";
export { type HostFacts, type LabPlan, type LabSite, planLab } from "./plan/index.ts";
