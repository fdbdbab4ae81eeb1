/** The library room's front file. */
export { type Library, openLibrary, type Saved } from "./library.ts";
