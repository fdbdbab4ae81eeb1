/** The splitter room's front file: the line between two parts of the page, which shares their place out. */
export { Splitter } from "./splitter.tsx";
