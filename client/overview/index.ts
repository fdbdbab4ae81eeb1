/** The overview room's front file; loaded when it is first asked for. */
export { Overview } from "./overview.tsx";
