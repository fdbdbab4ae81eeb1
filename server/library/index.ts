/** The library room's front file. */
export { type Library, openLibrary } from "./library.ts";
