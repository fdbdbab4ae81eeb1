/** The search room's front file; loaded when it is first asked for. */
export { Search } from "./search.tsx";
