/** The stage room's front file. */
export { Stage, StageError, type StageLibrary } from "./stage.ts";
