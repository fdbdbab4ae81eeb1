/** The measure room's front file: sizes of what is on the page. */
export { type Box, useBox } from "./use-box.ts";
