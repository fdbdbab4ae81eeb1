/** Turns a compiled deck into what pages get; what does not change is written as JSON once. */
import type { Deck, Slide } from "../deck/index.ts";
import type { DeckHead, DeckTexts, SlideEntry } from "./delivered.ts";
import { plainText } from "./plain-text.ts";

/** As many as one looks through in an overview without waiting; about 50 KB. */
const slidesPerChunk = 32;
/** As many as somebody sees who has just come; the others are fetched meanwhile. */
const slidesInPage = 6;

/** Who is told what: notes are the presenter's. */
export interface Audience {
  withNotes: boolean;
}

export class Delivery {
  private readonly versions = new WeakMap<Deck, string>();
  private readonly heads = new WeakMap<Deck, string>();
  private readonly slides = {
    withNotes: new WeakMap<Slide, string>(),
    without: new WeakMap<Slide, string>(),
  };
  private readonly words = {
    withNotes: new WeakMap<Deck, string>(),
    without: new WeakMap<Deck, string>(),
  };
  private readonly start: string;
  private count = 0;

  /** `start`: different for each run of the server, so that a version is never met again. */
  constructor(start: string = Date.now().toString(36)) {
    this.start = start;
  }

  version(deck: Deck): string {
    let version = this.versions.get(deck);
    if (version === undefined) {
      this.count += 1;
      version = `${this.start}-${this.count}`;
      this.versions.set(deck, version);
    }
    return version;
  }

  /** A `DeckHead` as JSON. */
  head(deck: Deck): string {
    let json = this.heads.get(deck);
    if (json === undefined) {
      const { slides, problems: _problems, lab: _lab, ...rest } = deck;
      const version = this.version(deck);
      const head: DeckHead = { version, ...rest, slidesPerChunk, slides: slides.map(entryOf) };
      json = JSON.stringify(head);
      this.heads.set(deck, json);
    }
    return json;
  }

  /** A `SlideChunk` as JSON; null where the deck has no such chunk. */
  chunk(deck: Deck, chunk: number, audience: Audience): string | null {
    const first = chunk * slidesPerChunk;
    if (!Number.isInteger(chunk) || first < 0 || first >= deck.slides.length) return null;
    return `{"version":${JSON.stringify(this.version(deck))},"slides":${this.list(deck, first, slidesPerChunk, audience)}}`;
  }

  /** A `PageData` as JSON. */
  page(deck: Deck, audience: Audience): string {
    return `{"head":${this.head(deck)},"slides":${this.list(deck, 0, slidesInPage, audience)}}`;
  }

  /** A `DeckTexts` as JSON. */
  texts(deck: Deck, { withNotes }: Audience): string {
    const known = withNotes ? this.words.withNotes : this.words.without;
    let json = known.get(deck);
    if (json === undefined) {
      const texts: DeckTexts = {
        version: this.version(deck),
        texts: deck.slides.map(({ content, notes }) => ({
          text: plainText(content),
          notes: withNotes ? plainText(notes) : "",
        })),
      };
      json = JSON.stringify(texts);
      known.set(deck, json);
    }
    return json;
  }

  private list(deck: Deck, first: number, count: number, { withNotes }: Audience): string {
    const known = withNotes ? this.slides.withNotes : this.slides.without;
    const written = deck.slides.slice(first, first + count).map((slide) => {
      let json = known.get(slide);
      if (json === undefined) {
        json = JSON.stringify(withNotes ? slide : { ...slide, notes: [] });
        known.set(slide, json);
      }
      return json;
    });
    return `[${written.join(",")}]`;
  }
}

function entryOf({ index, number, name, title, continued, steps, paceSeconds }: Slide): SlideEntry {
  return { index, number, name, title, continued, steps, ...(paceSeconds !== null && { paceSeconds }) };
}
