/** What is on a slide, wherever it stands: the compiled tree, with what can be pressed in it. */
import { memo } from "react";
import type { Slide } from "../../server/protocol.ts";
import { renderNodes } from "../content/index.ts";
import { RunDemo } from "../demo/index.ts";
import { CodeBlock } from "./code-block.tsx";
import { SlideContext } from "./slide-context.ts";

const components = { "run-demo": RunDemo, "code-block": CodeBlock };

/** Without a frame: the stage scales it, the reading view lets it flow. Code takes its steps from `StepContext`. */
export const SlideContent = memo(function SlideContent({ slide }: { slide: Slide }) {
  return <SlideContext value={slide}>{renderNodes(slide.content, components, slide.index)}</SlideContext>;
});
