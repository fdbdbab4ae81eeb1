/** Links to slides that are not there, and pictures and style sheets that the deck's folder does not have. */
import type { BodyLink } from "./body/index.ts";
import { nearest } from "./nearest.ts";
import type { Report } from "./problem.ts";
import type { Slide } from "./slide.ts";

/** Whether a file lies in the deck's folder; undefined: nobody knows. */
export type HasFile = ((path: string) => boolean) | undefined;

/** Names that are compared with mistyped ones in one deck; more would take seconds in a deck of many thousand names. */
const mostComparisons = 300_000;

/** Reports links that lead nowhere; `#name/demo` leads to a demo on a slide. */
export function reviewLinks(
  links: readonly BodyLink[],
  slides: readonly Pick<Slide, "name">[],
  hasFile: HasFile,
  report: Report,
): void {
  if (links.length === 0) return;
  const names = new Set(slides.flatMap(({ name }) => name ?? []));
  let comparisons = 0;
  const suggest = (name: string) => {
    comparisons += names.size;
    return comparisons > mostComparisons ? null : nearest(name, names);
  };
  for (const { to, target, offset } of links) {
    if (to === "file") reviewFile("picture", target, offset, hasFile, report);
    else reviewSlideLink(decoded(target.slice(1)), offset, names, slides.length, suggest, report);
  }
}

/** Reports a picture or style sheet that is not in the deck's folder. */
export function reviewFile(
  kind: "picture" | "style sheet",
  path: string,
  offset: number,
  hasFile: HasFile,
  report: Report,
): void {
  if (!hasFile || hasFile(path)) return;
  report(
    "error",
    offset,
    `the ${kind} "${path}" does not exist`,
    "put it into the deck's folder, or correct its path; capital letters count",
  );
}

function reviewSlideLink(
  address: string,
  offset: number,
  names: ReadonlySet<string>,
  slideCount: number,
  suggest: (name: string) => string | null,
  report: Report,
): void {
  if (address === "" || names.has(address)) return;
  const slide = address.replace(/\/[^/]*$/, "");
  if (names.has(slide)) return;
  if (/^\d+$/.test(slide)) {
    if (Number(slide) >= 1 && Number(slide) <= slideCount) return;
    report("error", offset, `there is no slide ${slide}`, `the slides are #1 to #${slideCount}`);
    return;
  }
  const meant = suggest(slide);
  const give = `give a slide the line "name: ${slide}"`;
  const remedy = meant ? `did you mean #${meant}? else ${give}` : `${give}, or correct the link`;
  report("error", offset, `no slide is named "${slide}"`, remedy);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
