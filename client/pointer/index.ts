/** The pointer room's front file: laser and drawings over a slide. */
export { PointerLayer, prefetchPointer } from "./pointer-layer.tsx";
export { erase, leaveTool, type Tool, toggleTool, usePointing } from "./tool.ts";
