/** The storage room's front file: what this machine remembers. */
export { remembered } from "./remembered.ts";
