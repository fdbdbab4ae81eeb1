/** What is shown of a deck that has nothing to show: one slide that says why. */
import type { CompileOptions, ReadDeck } from "./read-deck.ts";
import type { Slide } from "./slide.ts";

/** Whether there is nothing on any slide. */
export function isEmpty(slides: readonly Slide[]): boolean {
  const [only, ...others] = slides;
  if (!only) return true;
  return others.length === 0 && only.content.length === 0 && only.notes.length === 0;
}

/** The slide for an empty deck, which is reported, or for one whose file could not be read. */
export function emptySlide({ source, reportAt, problems }: ReadDeck, options: CompileOptions): Slide {
  const isUnread = options.problems?.some(({ severity }) => severity === "error");
  if (!isUnread && source.text.trim() === "")
    reportAt("error", 0, "the deck is empty", "write slides with --- between them");
  else if (!isUnread)
    reportAt("error", 0, "the deck has nothing to show", "its slides are all empty, layouts or excluded");
  const title = isUnread ? "This deck cannot be read" : "This deck is empty";
  const why = problems.find(({ severity }) => severity === "error");
  return {
    index: 1,
    number: 1,
    name: null,
    title,
    classes: ["center", "middle"],
    continued: false,
    properties: {},
    steps: 0,
    paceSeconds: null,
    notes: [],
    content: [
      ["h1", {}, title],
      ["p", {}, `${why?.message ?? ""}: ${why?.remedy ?? ""}`],
    ],
    blocks: [],
    demos: [],
  };
}
