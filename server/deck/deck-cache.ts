/** What is kept of a deck's compilation for that of its next version; it changes no result. */
import { BodyCache, collectDefinitions, type Definitions } from "./body/index.ts";
import type { InheritCache, Inherited, InheritOptions } from "./inherit.ts";
import { createLexerCache, type Definition, type LexerCache, type Piece } from "./lexer/index.ts";
import type { Numbered } from "./numbered.ts";
import type { Slide, SlideNode } from "./slide.ts";

/** Holds what the last two decks used that were compiled with it. */
export interface DeckCache {
  lexer: LexerCache;
  /** The options with which `inherited` holds. */
  inheritOptions: string;
  inherited: InheritCache;
  expanded: WeakMap<Inherited, Expanded>;
  bodies: BodyCache;
  definitions: Definitions;
  /** Of the last deck. */
  slides: readonly Slide[];
  numbered: WeakMap<SlideNode[], Numbered>;
  described: WeakMap<ReadonlyMap<string, string>, Pick<Slide, "classes" | "properties">>;
}

/** A slide's content and notes with the values of variables, and what that took from the budget. */
export interface Expanded {
  content: readonly Piece[];
  notes: readonly Piece[];
  taken: number;
}

/** An empty cache. */
export function createDeckCache(): DeckCache {
  return {
    lexer: createLexerCache(),
    inheritOptions: "",
    inherited: new WeakMap(),
    expanded: new WeakMap(),
    bodies: new BodyCache(),
    definitions: new Map(),
    slides: [],
    numbered: new WeakMap(),
    described: new WeakMap(),
  };
}

/** What was inherited before with the same options. */
export function inheritCacheFor(options: InheritOptions, cache: DeckCache): InheritCache {
  const now = JSON.stringify([options.countIncrementalSlides, options.inheritPresenterNotes]);
  if (now !== cache.inheritOptions) cache.inherited = new WeakMap();
  cache.inheritOptions = now;
  return cache.inherited;
}

/** Collects definitions; the same object as last time when they are the same. */
export function definitionsOf(found: Iterable<Definition>, cache: DeckCache): Definitions {
  const definitions = collectDefinitions(found);
  const before = cache.definitions;
  const isSame =
    definitions.size === before.size &&
    [...definitions].every(([label, { url, title, label: written }]) => {
      const other = before.get(label);
      return other?.url === url && other.title === title && other.label === written;
    });
  if (!isSame) cache.definitions = definitions;
  return cache.definitions;
}
