/** Looks at a slide's HTML before it is sanitised: says what will be missing and settles links and pictures. */
import type { Element, Root } from "hast";
import { SKIP, visit } from "unist-util-visit";
import { readLink } from "./link.ts";
import { readPicture } from "./picture.ts";
import { allowedTags, droppedTags } from "./sanitize.ts";

/** A mistake in the tree; `at` is an index in the fragment's text, if it is known. */
export type Review = (
  severity: "error" | "warning",
  at: number | null,
  message: string,
  remedy: string,
) => void;

/** Reports what a slide cannot hold, and rewrites the addresses of pictures. */
export function review(tree: Root, hasDemo: (name: string) => boolean, say: Review): void {
  visit(tree, "element", (element, index, parent) => {
    const at = element.position?.start.offset ?? null;
    if (!allowedTags.has(element.tagName)) {
      say(
        "warning",
        at,
        `<${element.tagName}> is not shown in a slide`,
        "take it out, or write it with Markdown",
      );
      if (droppedTags.has(element.tagName)) return SKIP;
    }
    for (const name of Object.keys(element.properties)) {
      if (name === "style" || /^on/i.test(name)) {
        say("warning", at, `the attribute ${name.toLowerCase()} is ignored in a slide`, "use a class");
      }
    }
    if (element.tagName === "input" && element.properties.type !== "checkbox") {
      say(
        "warning",
        at,
        "a slide has no input fields",
        "take it out; only checkboxes of task lists are shown",
      );
      parent?.children.splice(index ?? 0, 1);
      return index;
    }
    if (element.tagName === "a") reviewLink(element, hasDemo, (...rest) => say("warning", at, ...rest));
    if (element.tagName === "img") reviewPicture(element, (...rest) => say("warning", at, ...rest));
    return undefined;
  });
}

function reviewLink(
  element: Element,
  hasDemo: (name: string) => boolean,
  warn: (message: string, remedy: string) => void,
): void {
  const { href } = element.properties;
  if (typeof href !== "string") return;
  const link = readLink(href);
  if (link.type === "refused") warn(link.message, link.remedy);
  if (link.type === "demo" && !hasDemo(link.demo)) {
    warn(
      `the demo "${link.demo}" does not exist`,
      `demos/${link.demo}.sh does not exist yet: write it, or correct the link`,
    );
  }
}

function reviewPicture(element: Element, warn: (message: string, remedy: string) => void): void {
  const picture = readPicture(String(element.properties.src ?? ""));
  if (picture.type === "deck") {
    element.properties.src = picture.src;
    return;
  }
  delete element.properties.src;
  warn(picture.message, picture.remedy);
}
