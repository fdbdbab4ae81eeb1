/** The content room's front file: compiled trees on the page. */
export { renderNodes } from "./render-nodes.ts";
