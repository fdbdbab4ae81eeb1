/** The web room's front file. */
export { ownAddresses } from "./addresses.ts";
export { routes } from "./routes.ts";
export { Sessions } from "./sessions.ts";
export { openSockets } from "./sockets.ts";
