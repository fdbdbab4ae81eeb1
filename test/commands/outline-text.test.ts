/** The outline that a person reads. */
import { expect, test } from "vitest";
import { outlineText } from "../../server/commands/outline-text.ts";
import type { Deck, OutlineSlide } from "../../server/deck/index.ts";

const slide = (rest: Partial<OutlineSlide>): OutlineSlide => ({
  index: 1,
  number: 1,
  name: null,
  title: "Title",
  classes: [],
  continued: false,
  properties: {},
  notes: "",
  content: "",
  ...rest,
});

test("has a line a slide: number, title, name, demos and notes, continued ones set in, and a total", () => {
  const slides = [
    slide({ title: "Bridges", name: "bridges", notes: "slowly" }),
    slide({ number: 2, title: "Bridges", continued: true }),
    slide({ number: 2, title: "" }),
  ];
  const deck = {
    title: "A talk",
    total: 2,
    slides: slides.map((_, at) => ({ demos: at === 2 ? ["x"] : [] })),
  };
  expect(outlineText(deck as unknown as Deck, slides).split("\n")).toEqual([
    "A talk",
    "",
    "  1  Bridges      #bridges  [notes]",
    "  2    + Bridges",
    "  2  (no title)   [demo x]",
    "",
    "3 slides, 1 of them continued, 1 with notes, 1 demo",
  ]);
});
