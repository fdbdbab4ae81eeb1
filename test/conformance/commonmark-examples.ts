/** The examples of CommonMark 0.31.2, and why some of them mean something else on a slide. */
import spec from "commonmark-spec";
import { compile } from "../deck/compiler.ts";

export interface Example {
  markdown: string;
  html: string;
  section: string;
  number: number;
}

/** All of them, with the tabs that the specification writes as arrows. */
export const examples: readonly Example[] = spec.tests.map((example) => ({
  ...example,
  markdown: example.markdown.replaceAll("→", "\t"),
  html: example.html.replaceAll("→", "\t"),
}));

const reasons: Record<string, (example: Pick<Example, "markdown" | "html">) => boolean> = {
  "--- and -- alone on a line end slides": ({ markdown }) => /^--(?:-)?$/m.test(markdown),
  "#Title is a heading": ({ markdown }) => /^#{1,6}[^#\s]/m.test(markdown),
  "GFM links bare addresses": ({ html }) =>
    /https?:\/\/|[\w+]@\w/.test(html.replace(/<a .*?<\/a>/gs, "").replace(/<[^>]*>/g, "")),
  "of two definitions the last holds": ({ markdown }) => definitions(markdown).some(isRepeated),
  "a definition needs no paragraph of its own": ({ markdown }) => /^\w[^\n]*\n\[[^\]]+\]: /m.test(markdown),
  "a browser would repair this HTML in other ways": ({ markdown }) => /<pre>\n.*\n\n/s.test(markdown),
};

/** The first reason that holds for a text, or undefined when a slide has the standard's HTML of it. */
export function reasonOf(example: Pick<Example, "markdown" | "html">): string | undefined {
  return Object.keys(reasons).find((reason) => reasons[reason]?.(example));
}

function definitions(markdown: string): string[] {
  return [...markdown.matchAll(/^ {0,3}(\[[^\]]+\]):/gm)].map(([, label = ""]) => label.toLowerCase());
}

function isRepeated(label: string, index: number, labels: string[]): boolean {
  return labels.indexOf(label) < index;
}

/** A slide behind another one, so that neither front matter nor an indentation shared by all lines comes into play. */
export function contentOf(markdown: string) {
  return compile(`before\n---\n${markdown}`).slides[1]?.content ?? [];
}
