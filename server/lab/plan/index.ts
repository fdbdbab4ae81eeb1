/** The plan room's front file: pure, from a spec to a value. */
export { userNamespaceDescriptor } from "./bundle.ts";
export { imageStore, ownPrograms } from "./container-files.ts";
export type { LabFile } from "./files.ts";
export { firstProcessSays } from "./first-process.ts";
export type { HostFacts } from "./host-facts.ts";
export type { CgroupKind, CgroupSetting, ProcessLimit } from "./limits.ts";
export { type NodeProcess, nodeProcess, shellProcess } from "./node-process.ts";
export { type ContainerPlan, containerId, type LabPlan, type LabSite, planLab } from "./plan.ts";
export { seccompProfile } from "./seccomp.ts";
export {
  type IdMapping,
  idMappings,
  rootUids,
  slots,
  subordinateUids,
  type UidPool,
  uidBase,
  uidsPerLab,
} from "./uid-range.ts";
export type { Wiring } from "./wiring.ts";
export { nodeNames } from "./world.ts";
