/** The talk room's front file. */
export { Talk } from "./talk.ts";
