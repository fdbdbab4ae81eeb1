/** A text that is parsed as Markdown on its own, and the way from its characters back to the deck. */

/** From `at` on, characters stand in the source from `offset` on, or, when `still`, all at `offset`. */
interface Mark {
  at: number;
  offset: number;
  still: boolean;
}

/** Replaces `remove` characters at `at` by `insert`. */
export interface Edit {
  at: number;
  remove: number;
  insert: string;
}

export class Fragment {
  readonly text: string;
  readonly #marks: readonly Mark[];

  constructor(text: string, marks: readonly Mark[]) {
    this.text = text;
    this.#marks = marks;
  }

  /** A text that stands in the source at `offset`. */
  static of(text: string, offset: number): Fragment {
    return new Fragment(text, [{ at: 0, offset, still: false }]);
  }

  /** Where the character at an index stands in the source. */
  offsetAt(index: number): number {
    const mark = this.#marks[this.#markAt(index)];
    if (!mark) return 0;
    return mark.still ? mark.offset : mark.offset + index - mark.at;
  }

  /** Applies edits that are in order and do not overlap. */
  edit(edits: readonly Edit[]): Fragment {
    if (edits.length === 0) return this;
    const writer = new FragmentWriter();
    let cursor = 0;
    for (const { at, remove, insert } of edits) {
      this.#copy(cursor, at, writer);
      if (insert !== "") writer.write(insert, this.offsetAt(at), true);
      cursor = at + remove;
    }
    this.#copy(cursor, this.text.length, writer);
    return writer.finish();
  }

  #copy(from: number, to: number, writer: FragmentWriter): void {
    let mark = this.#markAt(from);
    for (let at = from; at < to; mark++) {
      const end = Math.min(to, this.#marks[mark + 1]?.at ?? to);
      if (end > at)
        writer.write(this.text.slice(at, end), this.offsetAt(at), this.#marks[mark]?.still ?? false);
      at = Math.max(at, end);
    }
  }

  #markAt(index: number): number {
    let low = 0;
    let high = this.#marks.length - 1;
    while (low < high) {
      const middle = (low + high + 1) >> 1;
      if ((this.#marks[middle]?.at ?? 0) <= index) low = middle;
      else high = middle - 1;
    }
    return low;
  }
}

/** Builds a fragment from stretches of the source. */
export class FragmentWriter {
  readonly #texts: string[] = [];
  readonly #marks: Mark[] = [];
  #length = 0;

  write(text: string, offset: number, still: boolean): void {
    this.#marks.push({ at: this.#length, offset, still });
    this.#texts.push(text);
    this.#length += text.length;
  }

  finish(): Fragment {
    return new Fragment(this.#texts.join(""), this.#marks);
  }
}
