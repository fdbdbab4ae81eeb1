/** Turns a deck file's bytes into text. */
import type { Problem } from "./slide.ts";

/** A deck's text, and what was wrong with its bytes. */
export interface DecodedDeck {
  /** "" when the file is not text. */
  text: string;
  problems: Problem[];
}

/** Reads UTF-8 (or UTF-16 with a byte order mark); a binary file is refused, broken characters are replaced. */
export function decodeDeck(bytes: Uint8Array): DecodedDeck {
  const wide = utf16(bytes);
  if (wide) return { text: withoutMark(new TextDecoder(wide).decode(bytes)), problems: [] };
  const nul = bytes.indexOf(0);
  if (nul >= 0) {
    return {
      text: "",
      problems: [
        {
          severity: "error",
          line: 1,
          column: 1,
          message: `the deck is not a text file: byte ${nul} is NUL`,
          remedy: "name a Markdown file in UTF-8",
        },
      ],
    };
  }
  const text = withoutMark(new TextDecoder("utf-8").decode(bytes));
  return { text, problems: isUtf8(bytes) ? [] : [brokenCharacter(text)] };
}

function utf16(bytes: Uint8Array): "utf-16le" | "utf-16be" | null {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return "utf-16le";
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return "utf-16be";
  return null;
}

function withoutMark(text: string): string {
  return text.replace(/^\uFEFF/, "");
}

function isUtf8(bytes: Uint8Array): boolean {
  try {
    new TextDecoder("utf-8", { fatal: true }).decode(bytes);
    return true;
  } catch {
    return false;
  }
}

function brokenCharacter(text: string): Problem {
  const before = text.slice(0, Math.max(0, text.indexOf("\uFFFD")));
  const line = before.split("\n").length;
  return {
    severity: "error",
    line,
    column: before.length - (before.lastIndexOf("\n") + 1) + 1,
    message: "the deck is not in UTF-8: a character here could not be read and is shown as \uFFFD",
    remedy: "save the file in UTF-8",
  };
}
