/** An element's props as React takes them. */
import type { SlideElement } from "../../server/protocol.ts";
import { withSlide } from "./footnote-ids.ts";

/** What stands for a tag is given all that was set. */
export function componentProps(props: SlideElement[1]): Record<string, unknown> {
  return Object.fromEntries(Object.entries(props).filter(([, value]) => value !== null));
}

/** Joins lists, drops nulls, keeps footnotes of slides apart, lets links that leave the deck open beside it, and names a task's check box. */
export function elementProps(
  tag: string,
  props: SlideElement[1],
  slide: number | null,
): Record<string, unknown> {
  const out: Record<string, unknown> = {};
  for (const [name, value] of Object.entries(props)) {
    if (value !== null) out[name] = Array.isArray(value) ? value.join(" ") : value;
  }
  if (slide !== null) {
    for (const name of ["id", "href"]) if (name in out) out[name] = withSlide(out[name], slide);
  }
  if (tag === "a" && leavesThePage(out.href))
    Object.assign(out, { target: "_blank", rel: "noopener noreferrer" });
  if (tag === "input") out["aria-label"] = out.checked ? "done" : "not done";
  return out;
}

function leavesThePage(href: unknown): boolean {
  return typeof href === "string" && /^(?:https?:)?\//i.test(href);
}
