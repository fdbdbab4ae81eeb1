/** The slide in the HTML that the server sends is the one that the page draws over it, so that nothing moves. */
import { renderToStaticMarkup } from "react-dom/server";
import { afterEach, expect, test, vi } from "vitest";
import { renderNodes } from "../../../client/content/index.ts";
import type { Deck, Slide } from "../../../server/protocol.ts";
import { firstSlideHtml } from "../../../server/web/first-slide.ts";

/** What a slide can open is not on the first slide's picture. */
vi.mock("../../../client/demo/index.ts", () => ({ RunDemo: () => null }));
vi.mock("../../../client/terminal/index.ts", () => ({ RunBlock: () => null }));

const settings = {
  ratio: "16:9",
  numberFormat: "%current% / %total%",
  theme: "talk",
  css: null,
  transition: "none",
  durationMinutes: null,
} as const;

function deckOf(changes: Partial<Slide>, deck: Partial<Deck> = {}): Deck {
  const slide: Slide = {
    index: 1,
    number: 1,
    name: null,
    title: "Wires & <switches>",
    classes: [],
    continued: false,
    properties: {},
    steps: 0,
    paceSeconds: null,
    notes: [],
    content: [
      ["h1", {}, 'Wires & "switches"'],
      ["p", { className: "lead" }, "Text"],
    ],
    blocks: [],
    demos: [],
    ...changes,
  };
  return { ...settings, title: "Wires", total: 20, slides: [slide], problems: [], ...deck };
}

/** What the page draws; it finds its deck in the document, of which there is none in this test but that. */
async function drawn(deck: Deck): Promise<string> {
  const { Stage } = await import("../../../client/deck/stage.tsx");
  const slide = deck.slides[0] as Slide;
  return renderToStaticMarkup(<Stage shown={{ index: 1, slide, step: 0 }} />);
}

afterEach(() => {
  vi.unstubAllGlobals();
  vi.resetModules();
});

/** The buttons are the page's alone, and entities may be spelt in more than one way. */
const comparable = (html: string) =>
  html
    .replace(/<nav.*<\/nav>/s, "")
    .replace(/&(?:#x27|#39|apos);/g, "'")
    .replace(/&(?:#34|quot);/g, '"');

test.each([
  ["a title slide", deckOf({ classes: ["middle", "center"] })],
  ["a long title", deckOf({ classes: ["middle", "center"], title: "A title of more than thirty letters" })],
  ["a plain slide", deckOf({})],
  ["a slide with a name and no title", deckOf({ name: "the start", title: "" })],
  ["a slide with a background", deckOf({ properties: { "background-image": "url(/deck/a.png)", key: "x" } })],
  ["a number in the deck's own words", deckOf({}, { numberFormat: "<%current%> of %total%, %current%" })],
  ["a deck without numbers", deckOf({}, { numberFormat: "" })],
  ["a slide that is not counted", deckOf({ number: 0 }, { ratio: "4:3" })],
])("%s", async (_, deck) => {
  const textContent = JSON.stringify({ head: deck, slides: deck.slides });
  vi.stubGlobal("document", { getElementById: () => ({ textContent }) });
  vi.stubGlobal("window", {
    location: { hash: "" },
    history: {},
    addEventListener() {},
    removeEventListener() {},
  });
  const content = renderToStaticMarkup(renderNodes(deck.slides[0]?.content ?? []));
  expect(comparable(firstSlideHtml(deck, content))).toBe(comparable(await drawn(deck)));
});

test("a deck without slides has no first slide", () => {
  expect(firstSlideHtml(deckOf({}, { slides: [] }), "")).toBe("");
});
