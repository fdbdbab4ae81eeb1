/** Where a reader left off is found again, also in a deck that was edited since. */
import { describe, expect, test } from "vitest";
import { findAgain, type Mark, recall, remember } from "../../../client/reading/left-off.ts";

const entry = (index: number, title: string, name: string | null = null): Mark => ({ index, title, name });
const deck = [
  entry(1, "Start"),
  entry(2, "Bridge"),
  entry(3, "Bridge"),
  entry(4, "Named", "n"),
  entry(5, "End"),
];

describe("found again", () => {
  test.each<[string, Mark, number]>([
    ["by its name, wherever it is now", entry(2, "Other", "n"), 4],
    ["by its title", entry(9, "End"), 5],
    ["by the nearest of several titles", entry(3, "Bridge"), 3],
    ["at its place when its title is gone", entry(4, "Gone"), 4],
    ["at its place when it has no title", entry(2, ""), 2],
    ["at the end of a deck that became shorter", entry(40, "Gone"), 5],
    ["by its title when its name is gone", entry(1, "Named", "gone"), 4],
  ])("%s", (_, mark, index) => {
    expect(findAgain(mark, deck)).toBe(index);
  });

  test("in an empty deck at the beginning", () => {
    expect(findAgain(entry(3, "x"), [])).toBe(1);
  });
});

describe("kept", () => {
  function storage() {
    const kept = new Map<string, string>();
    return {
      kept,
      getItem: (key: string) => kept.get(key) ?? null,
      setItem: (key: string, value: string) => void kept.set(key, value),
      removeItem: (key: string) => void kept.delete(key),
    };
  }

  test("by the deck's title", () => {
    const store = storage();
    remember("A", entry(3, "Bridge"), () => store);
    expect(recall("A", () => store)).toEqual(entry(3, "Bridge"));
    expect(recall("B", () => store)).toBeNull();
  });

  test("until the reader is at the beginning again", () => {
    const store = storage();
    remember("A", entry(3, "Bridge"), () => store);
    remember("A", entry(1, "Start"), () => store);
    expect(store.kept.size).toBe(0);
  });

  test.each(["nonsense", "{}", '{"index":"3"}', "null", '{"index":3,"name":5,"title":"x"}'])(
    "what is not a place (%s) is none",
    (text) => {
      const store = storage();
      store.kept.set("shelldeck.reading.A", text);
      expect(recall("A", () => store)).toBeNull();
    },
  );

  test("nowhere when storage is forbidden, and reading goes on", () => {
    const forbidden = () => {
      throw new Error("forbidden");
    };
    expect(() => remember("A", entry(3, "x"), forbidden)).not.toThrow();
    expect(recall("A", forbidden)).toBeNull();
  });
});
