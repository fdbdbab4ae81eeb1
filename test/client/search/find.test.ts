/** What a search finds, and in which order. */
import { describe, expect, test } from "vitest";
import { type Entry, find, indexSlides, type Text } from "../../../client/search/find.ts";

interface Given extends Partial<Entry>, Partial<Text> {}

/** Slides with numbers from 1; what is not given is empty. */
function search(query: string, slides: Given[], withTexts = true) {
  const entries = slides.map((slide, at) => ({
    index: at + 1,
    number: slide.number ?? at + 1,
    name: slide.name ?? null,
    title: slide.title ?? "",
    continued: slide.continued ?? false,
  }));
  const texts = slides.map(({ text = "", notes = "" }) => ({ text, notes }));
  return find(query, indexSlides(entries, withTexts ? texts : null)).map(({ entry, place }) => [
    entry.index,
    place,
  ]);
}

describe("the order", () => {
  const deck: Given[] = [
    { title: "Notes only", notes: "about bridge" },
    { title: "Text only", text: "a bridge in the text" },
    { title: "The bridge in a title" },
    { title: "Bridge devices" },
    { title: "Something", name: "bridge" },
  ];

  test("is name, beginning of a title, word of a title, text, notes", () => {
    expect(search("bridge", deck)).toEqual([
      [5, "name"],
      [4, "title"],
      [3, "title"],
      [2, "text"],
      [1, "notes"],
    ]);
  });

  test("has words that begin so before words that hold it", () => {
    expect(search("ip", [{ title: "We skip this" }, { title: "The ip tool" }])).toEqual([
      [2, "title"],
      [1, "title"],
    ]);
  });

  test("has the phrase before its words", () => {
    expect(
      search("network namespace", [{ text: "a namespace, a network" }, { text: "a network namespace" }]),
    ).toEqual([
      [2, "text"],
      [1, "text"],
    ]);
  });

  test("is the deck's among equals", () => {
    expect(
      search("veth", [{ text: "veth" }, { text: "veth" }, { text: "veth" }]).map(([index]) => index),
    ).toEqual([1, 2, 3]);
  });
});

describe("a number", () => {
  const deck: Given[] = [{ title: "One" }, { title: "In 2 steps" }, { title: "Two", number: 2, text: "2" }];

  test("leads to its slide before anything else", () => {
    expect(search("3", [{ text: "3 things" }, {}, { title: "Third" }])).toEqual([
      [3, "number"],
      [1, "text"],
    ]);
  });

  test("is the number that the slides show", () => {
    expect(search("2", deck)[0]).toEqual([2, "number"]);
  });

  test("with # is the slide's address", () => {
    expect(search("#3", deck)).toEqual([[3, "number"]]);
  });

  test("of no slide finds words alone", () => {
    expect(search("10", [{ text: "10.0.0.1" }])).toEqual([[1, "text"]]);
    expect(search("999", deck)).toEqual([]);
  });

  test("0 is no slide's, though slides that are not counted have it", () => {
    expect(search("0", [{ number: 0, title: "Before" }])).toEqual([]);
  });
});

describe("a name", () => {
  const deck: Given[] = [{ name: "the-end", title: "Thanks" }, { title: "The end of the-end" }];

  test("leads to its slide, with # or without", () => {
    expect(search("#the-end", deck)).toEqual([[1, "name"]]);
    expect(search("the-end", deck)[0]).toEqual([1, "name"]);
  });

  test("is found by its parts", () => {
    expect(search("the-e", [{ title: "Other" }, { name: "the-end", title: "Thanks" }])).toEqual([
      [2, "title"],
    ]);
  });
});

describe("several words", () => {
  test("must all be there, wherever they are", () => {
    const deck = [
      { title: "Bridges", text: "a veth pair", notes: "" },
      { title: "Bridges", text: "nothing" },
      { title: "Veth" },
    ];
    expect(search("bridge veth", deck)).toEqual([[1, "text"]]);
  });

  test("are found in any order and with blanks round them", () => {
    expect(search("  devices   bridge ", [{ title: "Bridge devices" }])).toEqual([[1, "title"]]);
  });

  test("are where the last of them is", () => {
    expect(search("bridge timing", [{ title: "Bridge", text: "x", notes: "mind the timing" }])).toEqual([
      [1, "notes"],
    ]);
  });
});

test.each([
  ["grosse", "Größe"],
  ["GRÖSSE", "grosse"],
  ["resume", "Résumé"],
  ["łodz", "Łódź"],
  ["naive", "NAÏVE"],
  ["ﬁle", "file"],
])("%s finds %s", (query, title) => {
  expect(search(query, [{ title }])).toHaveLength(1);
});

test("signs are letters like others", () => {
  const deck = [{ text: "unshare --net" }, { text: "10.0.0.1/24" }, { text: "[a](b)" }];
  expect(search("--net", deck)).toEqual([[1, "text"]]);
  expect(search("0.1/2", deck)).toEqual([[2, "text"]]);
  expect(search("[a](", deck)).toEqual([[3, "text"]]);
});

test("of a slide in steps the first step that has it stands for all", () => {
  const deck: Given[] = [
    { title: "Steps", text: "one" },
    { title: "Steps", text: "one two", continued: true },
    { title: "Steps", text: "one two three", continued: true },
  ];
  expect(search("steps", deck)).toEqual([[1, "title"]]);
  expect(search("two", deck)).toEqual([[2, "text"]]);
  expect(search("3", deck)[0]).toEqual([3, "number"]);
});

test("before the texts are there, titles and names are searched", () => {
  const deck = [{ title: "Bridge", text: "switch" }];
  expect(search("bridge", deck, false)).toEqual([[1, "title"]]);
  expect(search("switch", deck, false)).toEqual([]);
});

test.each(["", "   "])("%j finds nothing", (query) => {
  expect(search(query, [{ title: "a" }])).toEqual([]);
});
