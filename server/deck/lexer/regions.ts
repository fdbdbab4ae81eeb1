/** Cuts a deck into regions, line by line: code, separators, properties, definitions, and the text between them. */
import type { Closers } from "./closers.ts";
import { closingFence, type Fence, openingFence } from "./fence.ts";
import {
  definitionLine,
  indentation,
  isBlank,
  isHeading,
  isNotesMark,
  listItemColumn,
  propertyLine,
  separator,
  titleLine,
} from "./line-kind.ts";
import type { Definition, Property } from "./piece.ts";

/** A stretch of the source, `end` excluded. Blank lines belong to no region. */
export type Region = { start: number; end: number } & (
  | { type: "separator"; value: "---" | "--" }
  | { type: "notes" }
  | { type: "code"; unclosed: Fence | null }
  | { type: "property"; property: Property }
  | { type: "definition"; definition: Definition }
  /** Lines of one paragraph: a code span cannot leave them. */
  | { type: "text" }
);

/** The regions of a text in order, and its fences for which no line of the text could be the end. */
export interface Regions {
  regions: Region[];
  openFences: { fence: Fence; inClass: boolean; start: number }[];
}

/** Cuts a normalised text into regions; `lines` are its lines. */
export function findRegions(text: string, lines: readonly string[], closers: Closers): Regions {
  return new RegionFinder(text, lines, closers).find();
}

class RegionFinder {
  readonly #text: string;
  readonly #lines: readonly string[];
  readonly #starts: number[] = [];
  readonly #closers: Closers;
  readonly #regions: Region[] = [];
  readonly #openFences: Regions["openFences"] = [];
  #paragraphStart: number | null = null;
  #atSlideStart = true;
  #afterBlank = true;
  #classSeen = false;
  #listColumns: number[] = [];

  constructor(text: string, lines: readonly string[], closers: Closers) {
    this.#text = text;
    this.#lines = lines;
    this.#closers = closers;
    let lineStart = 0;
    for (const line of lines) {
      this.#starts.push(lineStart);
      lineStart += line.length + 1;
    }
  }

  find(): Regions {
    let index = 0;
    while (index < this.#lines.length) index = this.#readLine(index);
    this.#endParagraph(this.#text.length);
    return { regions: this.#regions, openFences: this.#openFences };
  }

  /** Reads the region that begins at a line and returns the line behind it. */
  #readLine(index: number): number {
    const line = this.#line(index);
    const start = this.#start(index);
    const end = start + line.length;
    const mark = separator(line);
    if (mark) {
      this.#endParagraph(start);
      this.#regions.push({ type: "separator", value: mark, start, end });
      this.#startSlide();
      return index + 1;
    }
    if (isNotesMark(line)) {
      this.#endParagraph(start);
      this.#regions.push({ type: "notes", start, end });
      this.#atSlideStart = false;
      this.#listColumns = [];
      this.#afterBlank = true;
      return index + 1;
    }
    if (isBlank(line)) {
      this.#endParagraph(start);
      this.#afterBlank = true;
      return index + 1;
    }
    if (this.#atSlideStart) {
      const property = propertyLine(line);
      if (property) {
        const { key, value, form, length } = property;
        this.#regions.push({
          type: "property",
          property: { key, value, form, offset: start },
          start,
          end: start + length,
        });
        if (length < line.length) this.#openParagraph(start + length);
        this.#atSlideStart = length === line.length;
        return index + 1;
      }
      this.#atSlideStart = false;
    }
    return this.#readBody(index, line, start, end);
  }

  #readBody(index: number, line: string, start: number, end: number): number {
    this.#leaveLists(line);
    if (this.#isIndentedCode(line)) {
      this.#regions.push({ type: "code", unclosed: null, start, end });
      return index + 1;
    }
    const opening = openingFence(line);
    if (opening) return this.#readFence(index, opening);
    const definition = definitionLine(line);
    if (definition) {
      this.#endParagraph(start);
      const title = definition.title === "" ? titleLine(this.#line(index + 1)) : "";
      const last = title === "" ? index : index + 1;
      const lastEnd = this.#start(last) + this.#line(last).length;
      const whole = title === "" ? definition : { ...definition, title };
      this.#regions.push({ type: "definition", definition: whole, start, end: lastEnd });
      return last + 1;
    }
    const column = listItemColumn(line);
    if (column !== null) this.#listColumns.push(column);
    const heading = isHeading(line);
    if (column !== null || heading) this.#endParagraph(start);
    this.#openParagraph(start);
    if (heading) this.#endParagraph(end);
    this.#classSeen ||= line.includes("[");
    this.#afterBlank = heading;
    return index + 1;
  }

  #readFence(index: number, fence: Fence): number {
    const line = this.#line(index);
    if (fence.column > 0) this.#openParagraph(this.#start(index));
    this.#endParagraph(this.#start(index) + fence.column);
    const column = listItemColumn(line);
    if (column !== null) this.#listColumns.push(column);
    this.#classSeen ||= line.slice(0, fence.column).includes("[");
    const start = this.#start(index) + fence.column;
    const last = this.#closingLine(index, fence);
    this.#afterBlank = true;
    if (last === null) {
      const behind = this.#nextMark(index + 1);
      const end = Math.max(start, this.#start(behind) - 1);
      this.#regions.push({ type: "code", unclosed: fence, start, end });
      return behind;
    }
    const closing = closingFence(this.#line(last));
    const lineStart = this.#start(last);
    const lineEnd = lineStart + this.#line(last).length;
    const end = closing?.beforeBracket ? lineStart + closing.column + closing.length : lineEnd;
    this.#regions.push({ type: "code", unclosed: null, start, end });
    if (end < lineEnd) this.#openParagraph(end);
    return last + 1;
  }

  /**
   * Line on which a fence closes, or null when none closes it. A fence that would take in a separator and behind it the
   * opening of another fence was forgotten open on its own slide.
   */
  #closingLine(index: number, fence: Fence): number | null {
    const last = this.#closers.next(index + 1, fence, this.#classSeen);
    if (last === null) {
      this.#openFences.push({ fence, inClass: this.#classSeen, start: this.#start(index) + fence.column });
      return null;
    }
    let separated = false;
    for (let line = index + 1; line < last; line++) {
      separated ||= separator(this.#line(line)) !== null;
      if (!separated) continue;
      const inner = openingFence(this.#line(line));
      if (inner && inner.info !== "" && inner.mark === fence.mark && inner.length >= fence.length)
        return null;
    }
    return last;
  }

  /** The next line at or behind `index` that ends a slide or its content. */
  #nextMark(index: number): number {
    let line = index;
    while (line < this.#lines.length && !separator(this.#line(line)) && !isNotesMark(this.#line(line)))
      line++;
    return line;
  }

  #isIndentedCode(line: string): boolean {
    if (!this.#afterBlank) return false;
    return indentation(line) - (this.#listColumns.at(-1) ?? 0) >= 4;
  }

  #leaveLists(line: string): void {
    if (this.#listColumns.length === 0) return;
    const columns = indentation(line);
    while (columns < (this.#listColumns.at(-1) ?? 0)) this.#listColumns.pop();
  }

  #startSlide(): void {
    this.#atSlideStart = true;
    this.#afterBlank = true;
    this.#classSeen = false;
    this.#listColumns = [];
  }

  #openParagraph(start: number): void {
    this.#paragraphStart ??= start;
    this.#afterBlank = false;
  }

  #endParagraph(end: number): void {
    if (this.#paragraphStart !== null && this.#paragraphStart < end) {
      this.#regions.push({ type: "text", start: this.#paragraphStart, end });
    }
    this.#paragraphStart = null;
  }

  #line(index: number): string {
    return this.#lines[index] ?? "";
  }

  #start(index: number): number {
    return this.#starts[index] ?? this.#text.length + 1;
  }
}
