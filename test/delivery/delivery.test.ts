/** What of a deck a page gets, and who gets the notes. */
import { beforeAll, describe, expect, test } from "vitest";
import { createDeckCompiler, type Deck, type DeckCompiler } from "../../server/deck/index.ts";
import {
  compareDecks,
  type DeckHead,
  type DeckTexts,
  Delivery,
  type SlideChunk,
} from "../../server/delivery/index.ts";

let compiler: DeckCompiler;
beforeAll(async () => {
  compiler = await createDeckCompiler();
});
const compile = (...slides: string[]): Deck => compiler.compile(slides.join("\n---\n"), { demos: new Set() });

const many = (count: number) =>
  Array.from({ length: count }, (_, index) => `# Slide ${index + 1}\n\n???\nnote ${index + 1}`);
const all = { withNotes: true };
const some = { withNotes: false };
const parse = <T>(json: string | null) => JSON.parse(json ?? "null") as T;

describe("versions", () => {
  test("are the same for the same deck, and another for each deck and each start of the server", () => {
    const delivery = new Delivery("a");
    const [one, other] = [compile("# One"), compile("# Two")];
    expect(delivery.version(one)).toBe(delivery.version(one));
    expect(delivery.version(other)).not.toBe(delivery.version(one));
    expect(new Delivery("b").version(one)).not.toBe(delivery.version(one));
  });
});

describe("a page", () => {
  test("gets all titles and the first slides", () => {
    const { head, slides } = parse<{ head: DeckHead; slides: SlideChunk["slides"] }>(
      new Delivery().page(compile(...many(70)), all),
    );
    expect(head.slides.map(({ title }) => title)).toEqual(many(70).map((_, index) => `Slide ${index + 1}`));
    expect(slides.length).toBeGreaterThan(2);
    expect(slides.map(({ index }) => index)).toEqual(many(slides.length).map((_, index) => index + 1));
    expect(head).not.toHaveProperty("problems");
  });

  test("gets the other slides in chunks that leave none out", () => {
    const delivery = new Delivery();
    const deck = compile(...many(70));
    const chunks = [0, 1, 2].map((chunk) => parse<SlideChunk>(delivery.chunk(deck, chunk, all)));
    expect(chunks.flatMap(({ slides }) => slides.map(({ index }) => index))).toEqual(
      deck.slides.map(({ index }) => index),
    );
    expect(chunks[0]?.version).toBe(delivery.version(deck));
  });

  test.each([3, -1, 0.5, Number.NaN, 1e9])("gets no chunk %d of three", (chunk) => {
    expect(new Delivery().chunk(compile(...many(70)), chunk, all)).toBeNull();
  });
});

describe("notes", () => {
  test("are in no answer to those who may not read them, also after the presenter has asked", () => {
    const delivery = new Delivery();
    const deck = compile(...many(3));
    for (const audience of [all, some, all, some]) {
      const answers = [
        delivery.page(deck, audience),
        delivery.chunk(deck, 0, audience),
        delivery.texts(deck, audience),
      ];
      for (const answer of answers) expect(answer?.includes("note 2")).toBe(audience.withNotes);
      expect(delivery.head(deck)).not.toContain("note 2");
    }
  });
});

describe("texts", () => {
  const textOf = (markdown: string) =>
    parse<DeckTexts>(new Delivery().texts(compile(markdown), all)).texts[0]?.text;

  test("have a blank between blocks and none inside of words", () => {
    expect(textOf("# A *big* one\n\n- first\n- sec**ond**\n\n| a | b |\n|---|---|\n| c | d |")).toBe(
      "A big one first second a b c d",
    );
  });

  test("have the lines of code apart", () => {
    expect(textOf("```sh\nip link\nip addr\n```")).toMatch(/ip link ip addr/);
  });

  test("are notes apart from what is shown", () => {
    const texts = parse<DeckTexts>(new Delivery().texts(compile("# A\n\n???\nsay *this*"), all)).texts;
    expect(texts).toEqual([{ text: "A", notes: "say this" }]);
  });
});

describe("an edit", () => {
  const deck = ["# A", "# B", "# C", "# D"];
  const edit = (...after: string[]) => compareDecks(compile(...deck), compile(...after));
  const moves = (...after: string[]) => [1, 2, 3, 4].map(edit(...after).placeNow);

  test("of nothing is none", () => {
    expect(edit(...deck).edited).toBeNull();
    expect(moves(...deck)).toEqual([1, 2, 3, 4]);
  });

  test("of a slide's text is at that slide, and nothing moves", () => {
    expect(edit("# A", "# B", "# C!", "# D").edited).toBe(3);
    expect(moves("# A", "# B", "# C!", "# D")).toEqual([1, 2, 3, 4]);
  });

  test("of several slides is at the first of them", () => {
    expect(edit("# A", "# B!", "# C", "# D!").edited).toBe(2);
  });

  test.each([
    ["its notes", "# B\n\n???\nsay this"],
    ["its class", "class: center\n\n# B"],
    ["its name", "name: b\n\n# B"],
    ["a variable", "x: y\n\n# B"],
    ["its code", "# B\n\n```sh\nls\n```"],
  ])("of %s alone is at that slide", (_, slide) => {
    expect(edit("# A", slide, "# C", "# D").edited).toBe(2);
  });

  test("that puts a slide in is at that slide, and those after it move on", () => {
    expect(edit("# A", "# New", "# B", "# C", "# D").edited).toBe(2);
    expect(moves("# A", "# New", "# B", "# C", "# D")).toEqual([1, 3, 4, 5]);
  });

  test("that takes a slide out is where it was, and those after it move up", () => {
    expect(edit("# A", "# C", "# D").edited).toBe(2);
    expect(moves("# A", "# C", "# D")).toEqual([1, null, 2, 3]);
  });

  test.each([
    ["puts slides in at two places", ["# New", "# A", "# B", "# Other", "# C", "# D", "# E"], [2, 3, 5, 6]],
    ["takes the first and the last out", ["# B", "# C"], [null, 1, 2, null]],
    ["puts one in and takes one out", ["# A", "# New", "# B", "# D"], [1, 3, null, 4]],
    ["turns the deck round", ["# D", "# C", "# B", "# A"], [4, 3, 2, 1]],
    ["writes slides anew between others", ["# One", "# B", "# C", "# Four"], [1, 2, 3, 4]],
    ["changes the text of one that moves", ["# B\n\ntext", "# A", "# C", "# D"], [2, 1, 3, 4]],
    ["writes one anew and takes the next out", ["# A", "# X", "# D"], [1, 2, null, 3]],
  ])("that %s leaves nobody on the wrong slide", (_, after, places) => {
    expect(moves(...after)).toEqual(places);
  });

  test("knows a slide by its name when its title and its place have changed", () => {
    const named = compareDecks(
      compile("# A", "name: b\n\n# B", "# C"),
      compile("name: b\n\n# Bee", "# A", "# C"),
    );
    expect([1, 2, 3].map(named.placeNow)).toEqual([2, 1, 3]);
  });

  test("of a deck with thousands of equal slides leaves them in order", () => {
    const equal = (count: number) => Array.from({ length: count }, () => "# A");
    const { placeNow } = compareDecks(compile("# X", ...equal(20_000)), compile(...equal(20_000), "# Y"));
    expect([1, 2, 20_001].map(placeNow)).toEqual([null, 1, 20_000]);
  });

  test("that takes the last slide out is at the last one", () => {
    expect(edit("# A", "# B", "# C").edited).toBe(3);
  });

  test("of equal slides knows how many there are", () => {
    const equal = compareDecks(compile("# A", "# A"), compile("# A", "# A", "# A"));
    expect([equal.edited, equal.placeNow(1), equal.placeNow(2)]).toEqual([3, 1, 2]);
    const fewer = compareDecks(compile("# A", "# A", "# A"), compile("# A", "# A"));
    expect([fewer.edited, fewer.placeNow(2), fewer.placeNow(3)]).toEqual([2, 2, null]);
  });

  test("that empties the deck is no place to look at, and neither is its way back in the places", () => {
    const emptied = compareDecks(compile(...deck), compile(""));
    expect(emptied.edited).toBeNull();
    expect([1, 2, 3, 4].map(emptied.placeNow)).toEqual([1, 2, 3, 4]);
    const back = compareDecks(compile(""), compile(...deck));
    expect([1, 2, 3, 4].map(back.placeNow)).toEqual([1, 2, 3, 4]);
  });
});
