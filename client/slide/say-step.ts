/** What a click has changed on a slide, in words for those who hear the page. */
import type { SlideElement, SlideNode } from "../../server/protocol.ts";
import { lookAt, sayLook } from "./line-steps.ts";

/** The new looks of the blocks of code that have another one at `step` than at `before`; empty when none has. */
export function sayStep(content: readonly SlideNode[], before: number, step: number): string {
  const words = stepping(content).flatMap(([, { steps, firstClick }, ...lines]) => {
    if (!Array.isArray(steps)) return [];
    const first = Number(firstClick ?? 0);
    const look = lookAt(steps, first, step);
    return look === lookAt(steps, first, before) ? [] : [sayLook(look, lines.length)];
  });
  const said = words.join("; ");
  return said.charAt(0).toUpperCase() + said.slice(1);
}

function stepping(nodes: readonly SlideNode[]): SlideElement[] {
  return nodes.flatMap((node): SlideElement[] => {
    if (typeof node === "string") return [];
    const [tag, props, ...children] = node;
    return tag === "code-block" && props.steps ? [node] : stepping(children);
  });
}
