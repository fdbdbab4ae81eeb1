/** The live room's front file. */
export { type Reload, reloadOnSave } from "./reload-on-save.ts";
