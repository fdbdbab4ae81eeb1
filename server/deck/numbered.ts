/** Numbers the blocks of code of a slide: those that can be run, and the clicks that their steps take. */
import type { Body } from "./body/index.ts";
import type { RunnableBlock, Slide, SlideElement, SlideNode } from "./slide.ts";
import { slideTitle } from "./title.ts";

/** What a slide has of its content. */
export type Numbered = Pick<Slide, "title" | "content" | "blocks" | "demos" | "steps">;

/** Content whose code-block elements know their numbers: `block`, and `firstClick` where they have steps. */
export function numbered({ nodes, runnable }: Pick<Body, "nodes" | "runnable">): Numbered {
  const blocks: RunnableBlock[] = [];
  const demos = new Set<string>();
  let steps = 0;
  const content = mapElements(nodes, (element) => {
    const [tag, props, ...lines] = element;
    if (tag === "run-demo") demos.add(String(props.demo));
    if (tag !== "code-block") return element;
    const typed = runnable.get(element);
    const looks = Array.isArray(props.steps) ? props.steps.length : 0;
    if (!typed && looks === 0) return element;
    const block = typed ? blocks.length : null;
    const firstClick = steps;
    if (typed) blocks.push({ block: blocks.length, ...typed });
    steps += Math.max(0, looks - 1);
    return [tag, { ...props, block, ...(looks > 0 && { firstClick }) }, ...lines];
  });
  return { title: slideTitle(content), content, blocks, demos: [...demos], steps };
}

interface Frame {
  element: SlideElement | null;
  from: readonly SlideNode[];
  /** Of the child that comes next. */
  at: number;
  /** The children so far, once one of them has changed. */
  changed: SlideNode[] | null;
}

/** Replaces elements in order, each before those inside it; what has no replaced element in it stays the same object. */
function mapElements(nodes: SlideNode[], replace: (element: SlideElement) => SlideElement): SlideNode[] {
  const frames: Frame[] = [{ element: null, from: nodes, at: 0, changed: null }];
  for (;;) {
    const frame = frames.at(-1);
    if (!frame) return nodes;
    if (frame.at < frame.from.length) {
      const child = frame.from[frame.at] ?? "";
      if (typeof child !== "string") {
        const replaced = replace(child);
        if (replaced === child && child.length > 2) {
          const [, , ...children] = child;
          frames.push({ element: child, from: children, at: 0, changed: null });
          continue;
        }
        advance(frame, child, replaced);
      } else advance(frame, child, child);
      continue;
    }
    frames.pop();
    const above = frames.at(-1);
    const { element, changed } = frame;
    if (!above || !element) return changed ?? nodes;
    advance(above, element, changed ? [element[0], element[1], ...changed] : element);
  }
}

function advance(frame: Frame, before: SlideNode, after: SlideNode): void {
  if (before !== after) frame.changed ??= frame.from.slice(0, frame.at);
  frame.changed?.push(after);
  frame.at += 1;
}
