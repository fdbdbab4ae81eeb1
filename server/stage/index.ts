/** The stage room's front file. */
export { Stage, type StageLibrary } from "./stage.ts";
export { StageError } from "./stage-error.ts";
