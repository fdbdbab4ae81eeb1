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

/** Who is asked and told during a review. */
export interface Reviewer {
  hasDemo: (name: string) => boolean;
  say: Review;
  /** Gets each link to a slide and each picture. */
  linked: (to: "slide" | "file", target: string, at: number | null) => void;
}

/** Reports what a slide cannot hold, and rewrites the addresses of pictures. */
export function review(tree: Root, reviewer: Reviewer): void {
  const { say } = reviewer;
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
      if (name !== "style" && !/^on/i.test(name)) continue;
      const remedy =
        name === "style"
          ? "use a class, and give it a rule in the deck's style sheet (css in the front matter)"
          : "take it out: decks run no scripts";
      say("warning", at, `the attribute ${name.toLowerCase()} is ignored in a slide`, remedy);
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
    if (element.tagName === "a") reviewLink(element, at, reviewer);
    if (element.tagName === "img") reviewPicture(element, at, reviewer);
    return undefined;
  });
}

function reviewLink(element: Element, at: number | null, { hasDemo, say, linked }: Reviewer): void {
  const { href } = element.properties;
  if (typeof href !== "string") return;
  const link = readLink(href);
  if (link.type === "refused") say("warning", at, link.message, link.remedy);
  const isFootnote = "dataFootnoteRef" in element.properties || "dataFootnoteBackref" in element.properties;
  if (link.type === "slide" && !isFootnote) linked("slide", link.href, at);
  if (link.type !== "demo" || hasDemo(link.demo)) return;
  say(
    "error",
    at,
    `the demo "${link.demo}" does not exist`,
    `demos/${link.demo}.sh does not exist yet: write it, or correct the link`,
  );
}

function reviewPicture(element: Element, at: number | null, { say, linked }: Reviewer): void {
  const picture = readPicture(String(element.properties.src ?? ""));
  if (picture.type === "deck") {
    element.properties.src = picture.src;
    linked("file", picture.path, at);
    return;
  }
  delete element.properties.src;
  say("error", at, picture.message, picture.remedy);
}
