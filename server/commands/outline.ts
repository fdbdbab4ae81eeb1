/** `outline DECK`: what slides a deck has. */
import { defineCommand } from "citty";
import type { OutlineSlide } from "../deck/index.ts";
import { openDeck } from "./deck-file.ts";
import { outlineText } from "./outline-text.ts";
import { print, tell } from "./output.ts";
import { problemLine } from "./problem-line.ts";
import { asTyped } from "./typed-path.ts";

export const outlineCommand = defineCommand({
  meta: { name: "outline", description: "list a deck's slides" },
  args: {
    deck: { type: "positional", required: false, description: "the deck's Markdown file" },
    json: { type: "boolean", description: "print them as a JSON array, with their Markdown" },
  },
  async run({ args }) {
    const library = await openDeck("outline", args.deck);
    const { slides, problems } = await library.outline();
    for (const problem of problems) tell(problemLine(asTyped(library.deckPath), problem));
    if (args.json) print(JSON.stringify(slides.map(entry), null, 2));
    else print(outlineText(await library.deck(), slides));
  },
});

/** A slide with its fields in the documented order, and no others. */
function entry(slide: OutlineSlide): OutlineSlide {
  const { index, number, name, title, classes, continued, properties, notes, content } = slide;
  return { index, number, name, title, classes, continued, properties, notes, content };
}
