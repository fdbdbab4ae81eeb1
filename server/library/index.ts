/** The library room's front file. */
export { type Library, type Outline, openLibrary, type Saved } from "./library.ts";
