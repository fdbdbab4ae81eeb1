/** The live room's front file; it is loaded when the page has been drawn. */
export { startLive } from "./start-live.ts";
