/** The apply room's front file: labs on this machine. */
export { createLabEngine, type LabEngineOptions } from "./create-engine.ts";
