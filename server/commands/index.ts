/** The commands of the command line. */
export { presentCommand } from "./present.ts";
