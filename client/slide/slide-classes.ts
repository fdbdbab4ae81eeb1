/** The classes of a slide's frame, on the page and in the HTML that the server sends. */
import type { Slide, SlideNode } from "../../server/protocol.ts";

/** Longer titles than this would take more than two lines in the title's largest type, in characters. */
const longTitle = 30;

/** The deck's own classes, and those that the theme tells apart: the title slide, and one that is a heading and a demo. */
export function slideClasses(slide: Pick<Slide, "index" | "title" | "classes" | "content">): string {
  return [
    "slide",
    ...slide.classes,
    ...titleClasses(slide),
    ...(isDemoSlide(slide.content) ? ["demo-slide"] : []),
  ].join(" ");
}

function titleClasses({ index, title, classes }: Pick<Slide, "index" | "title" | "classes">): string[] {
  if (index !== 1 || !classes.includes("center") || !classes.includes("middle")) return [];
  return title.length > longTitle ? ["title-slide", "long-title"] : ["title-slide"];
}

function isDemoSlide(content: readonly SlideNode[]): boolean {
  const elements = content.filter((node) => typeof node !== "string" || node.trim() !== "");
  const [heading, paragraph] = elements;
  if (elements.length !== 2 || typeof heading !== "object" || typeof paragraph !== "object") return false;
  return (
    /^h[1-3]$/.test(heading[0]) && paragraph[0] === "p" && isRunDemo(paragraph[2]) && paragraph.length === 3
  );
}

function isRunDemo(node: SlideNode | undefined): boolean {
  return typeof node === "object" && node[0] === "run-demo";
}
