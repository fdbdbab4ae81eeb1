/** The line below a search says what was found, and what was searched. */
import { expect, test } from "vitest";
import { statusText } from "../../../client/search/status-text.ts";
import type { Texts } from "../../../client/search/texts.ts";

const loading: Texts = { state: "loading" };
const failed: Texts = { state: "failed" };
const ready = (notes: string): Texts => ({ state: "ready", texts: [{ text: "", notes }] });
const say = (query: string, hits: number, texts: Texts, shown = hits) =>
  statusText({ query, hits, shown, slides: 20, texts });

test("notes are named where there are some", () => {
  expect(say("x", 0, ready("a note"))).toBe(
    "Nothing found for “x” in numbers, names, titles, text and notes of 20 slides.",
  );
  expect(say("x", 0, ready(""))).toBe(
    "Nothing found for “x” in numbers, names, titles and text of 20 slides.",
  );
});

test("nothing is said to be missing before the text was looked through", () => {
  expect(say("x", 0, loading)).toBe("Looking through 20 slides…");
  expect(say("x", 2, loading)).toBe("2 slides found. The text is being fetched…");
});

test("a text that could not be fetched is said so", () => {
  expect(say("x", 0, failed)).toContain(
    "in numbers, names and titles of 20 slides. The text could not be fetched",
  );
});

test("a long list says that it is cut", () => {
  expect(say("x", 312, ready(""), 60)).toBe("312 slides found; the best 60 are shown.");
  expect(say("x", 1, ready(""))).toBe("1 slide found.");
});

test("without a question it says what it would search", () => {
  expect(say(" ", 0, ready("n"))).toBe("Searches numbers, names, titles, text and notes of 20 slides.");
});
