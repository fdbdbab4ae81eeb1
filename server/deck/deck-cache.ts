/** What is kept of a deck's compilation for that of its next version; it changes no result. */
import { BodyCache, collectDefinitions, type Definitions } from "./body/index.ts";
import { createLexerCache, type Definition, type LexerCache } from "./lexer/index.ts";
import type { Numbered } from "./numbered.ts";
import type { Slide, SlideNode } from "./slide.ts";

/** Holds what the last two decks used that were compiled with it. */
export interface DeckCache {
  lexer: LexerCache;
  bodies: BodyCache;
  definitions: Definitions;
  /** Of the last deck. */
  slides: readonly Slide[];
  numbered: WeakMap<SlideNode[], Numbered>;
}

/** An empty cache. */
export function createDeckCache(): DeckCache {
  return {
    lexer: createLexerCache(),
    bodies: new BodyCache(),
    definitions: new Map(),
    slides: [],
    numbered: new WeakMap(),
  };
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
