/** Nothing that stands in a deck can end the page's data or become a part of the page. */
import { expect, test } from "vitest";
import type { Deck } from "../../server/deck/index.ts";
import { Delivery } from "../../server/delivery/index.ts";
import { deckPage } from "../../server/web/page.ts";

const template = "<title>Shelldeck</title><div><!--first-slide--></div><!--deck-data-->";
const evil = "</script><script>alert(1)</script><!--$&";

function deck(text: string): Deck {
  const slide = {
    index: 1,
    number: 1,
    name: null,
    title: text,
    classes: [],
    continued: false,
    properties: {},
    steps: 0,
    paceSeconds: null,
    notes: [],
    content: [["h1", {}, text] as ["h1", Record<string, never>, string]],
    blocks: [],
    demos: [],
  };
  return {
    title: text,
    ratio: "16:9",
    numberFormat: "%current% / %total%",
    theme: "talk",
    css: null,
    transition: "none",
    durationMinutes: null,
    total: 1,
    slides: [slide],
    problems: [],
  };
}

test("a deck's text stays text in title, slide and data", () => {
  const page = deckPage(template, deck(evil), new Delivery().page(deck(evil), { withNotes: true }));
  expect(page.match(/<script/g)).toHaveLength(1);
  expect(page).not.toContain("<script>alert");
  const data = /<script type="application\/json" id="deck-data">(.*?)<\/script>/s.exec(page)?.[1];
  expect(JSON.parse(data ?? "").head.title).toBe(evil);
});

test("a deck without slides gives a page all the same", () => {
  expect(deckPage(template, { ...deck("x"), slides: [] }, "{}")).toContain("<div></div>");
});
