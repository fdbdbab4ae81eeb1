/** The content room's front file: compiled trees on the page. */
export { type Components, renderNodes } from "./render-nodes.ts";
