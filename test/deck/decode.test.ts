/** Bytes of a deck file to text. */
import { describe, expect, test } from "vitest";
import { decodeDeck } from "../../server/deck/index.ts";

describe("a deck file", () => {
  test("in UTF-8 is read as it is", () => {
    expect(decodeDeck(new TextEncoder().encode("# Übersicht 🐧\n"))).toEqual({
      text: "# Übersicht 🐧\n",
      problems: [],
    });
  });

  test("loses its byte order mark", () => {
    expect(decodeDeck(new Uint8Array([0xef, 0xbb, 0xbf, 0x61])).text).toBe("a");
    expect(decodeDeck(new Uint8Array([0xff, 0xfe, 0x61, 0x00])).text).toBe("a");
    expect(decodeDeck(new Uint8Array([0xfe, 0xff, 0x00, 0x61])).text).toBe("a");
  });

  test("that is binary is refused", () => {
    const { text, problems } = decodeDeck(new Uint8Array([0x89, 0x50, 0x4e, 0x47, 0x00, 0x0d]));
    expect(text).toBe("");
    expect(problems.map(({ severity, message }) => [severity, message])).toEqual([
      ["error", "the deck is not a text file: byte 4 is NUL"],
    ]);
  });

  test("with a broken character says where it is and keeps the rest", () => {
    const { text, problems } = decodeDeck(new Uint8Array([0x61, 0x0a, 0x62, 0xff, 0x63]));
    expect(text).toBe("a\nb\uFFFDc");
    expect(problems).toMatchObject([{ severity: "error", line: 2, column: 2 }]);
  });

  test("that says U+FFFD itself is not broken", () => {
    expect(decodeDeck(new TextEncoder().encode("a\uFFFDb")).problems).toEqual([]);
  });

  test("that is empty is empty", () => {
    expect(decodeDeck(new Uint8Array())).toEqual({ text: "", problems: [] });
  });
});
