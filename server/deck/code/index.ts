/** The front file of what the deck does with code. */
export { fillBlanks } from "./blanks.ts";
export { type Code, type CodeBlock, type CodeOptions, compileCode } from "./code-block.ts";
export { createHighlighter, type Highlight } from "./highlighter.ts";
