/** Lexes a stretch of a deck by itself, and says what of it depends on the text behind. */
import type { Problem } from "../slide.ts";
import { findBrackets, type OpenBracket } from "./brackets.ts";
import { type ClosingLine, findClosers } from "./closers.ts";
import type { Fence } from "./fence.ts";
import type { LexedSlide } from "./piece.ts";
import { findRegions } from "./regions.ts";
import { buildSlides } from "./slide-builder.ts";

/** One or more slides with their separators; all offsets count from the chunk's start. */
export interface Chunk {
  length: number;
  slides: LexedSlide[];
  /** Whether the slide behind its last separator is continued; null when it ends the deck. */
  continues: boolean | null;
  /** Lines that could close a fence of an earlier chunk. */
  closers: readonly ClosingLine[];
  /** Fences that nothing in the chunk closes. */
  openFences: OpenFence[];
  /** How many `]` close nothing in the chunk. */
  closes: number;
  /** Brackets that nothing in the chunk closes. */
  opens: OpenBracket[];
  mistakes: Mistake[];
}

/** A fence without an end; `inClass`: a `]` may stand behind the fence that closes it. */
export interface OpenFence {
  fence: Fence;
  inClass: boolean;
  start: number;
}

/** A problem without its place. */
export interface Mistake extends Pick<Problem, "severity" | "message" | "remedy"> {
  offset: number;
}

/** Lexes a text that begins where a slide does and ends behind a separator, or with the deck. */
export function lexChunk(text: string, isLast: boolean): Chunk {
  const mistakes: Mistake[] = [];
  const lines = text.split("\n");
  const closers = findClosers(lines);
  const { regions, openFences } = findRegions(text, lines, closers);
  const { spans, closes, opens } = findBrackets(text, regions);
  const slides = buildSlides(text, regions, spans, (severity, offset, message, remedy) =>
    mistakes.push({ severity, offset, message, remedy }),
  );
  for (const region of regions) {
    if (region.type === "code" && region.unclosed)
      mistakes.push(unclosedFence(region.start, region.unclosed));
  }
  const behind = isLast ? null : slides.pop();
  return {
    length: text.length,
    slides,
    continues: behind?.continued ?? null,
    closers: closers.all,
    openFences,
    closes,
    opens,
    mistakes,
  };
}

function unclosedFence(offset: number, { mark, length }: Fence): Mistake {
  const fence = mark.repeat(length);
  return {
    severity: "error",
    offset,
    message: `the fence ${fence} is not closed; its code ends with its slide`,
    remedy: `close it with ${fence} on a line of its own, or look for an unclosed fence above`,
  };
}
