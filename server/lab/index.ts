/** The lab room's front file. */
export { createLabEngine, type LabEngineOptions } from "./apply/index.ts";
export { type Lab, type LabEngine, LabError, type LabSpec, type ShellCommand } from "./lab.ts";
export { defaultLabRules, defaultNodeLimits, type LabRules, type NodeLimits } from "./limits.ts";
export { noLabs } from "./no-labs.ts";
export { type HostFacts, type LabPlan, type LabSite, nodeNames, planLab } from "./plan/index.ts";
export {
  LabRefused,
  type LabUser,
  type LeaseTerms,
  type Limits,
  leaseAt,
  leaseEndText,
  leaseTerms,
  parseLimits,
  type RuledEngine,
  ruled,
} from "./rules/index.ts";
