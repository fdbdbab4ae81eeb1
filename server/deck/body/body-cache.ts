/** What was compiled of a deck's bodies, for its next version. */
import type { CodeBlock, CodeOptions } from "../code/index.ts";
import type { Piece } from "../lexer/index.ts";
import { Recent } from "../recent.ts";
import type { SlideElement } from "../slide.ts";
import type { BodyText } from "./body-text.ts";
import type { Definitions } from "./definitions.ts";
import { type Finding, type Surroundings, stillHold } from "./findings.ts";
import type { Made } from "./nodes.ts";
import type { SimpleItem } from "./simple-blocks.ts";

/** A compiled text; the indexes of its findings count from its start. */
export interface Compiled {
  made: Made;
  findings: readonly Finding[];
  /** Those with which the findings are known to hold. */
  definitions: Definitions;
}

/** What of a block of code can be typed. */
export type Runnable = NonNullable<CodeBlock["runnable"]>;

/** In characters of the texts; the bodies of larger decks are not all kept. */
const mostCharacters = 64_000_000;
/** In characters; a longer content class is compiled with its slide each time. */
const longestClass = 64_000;

/**
 * Compiled texts of the last two rounds; all of one highlighter. Their parts are kept for longer, up to a bound: nobody asks
 * for them while the whole is known, but when a layout changes all slides are put together from them.
 */
export class BodyCache {
  readonly runnable = new WeakMap<SlideElement, Runnable>();
  /** Of pieces that were read before. */
  readonly texts = new WeakMap<readonly Piece[], BodyText>();
  readonly items = new Recent<SimpleItem>(mostCharacters);
  #options = "";
  #bodies = new Recent<Compiled>(mostCharacters);
  #classes = new Recent<Compiled>(mostCharacters);
  #blocks = new Recent<Compiled>(mostCharacters);

  /** Begins a round; what was compiled with other options is forgotten. */
  begin({ language, highlightLines, highlightSpans, lineNumbers }: CodeOptions): void {
    const options = JSON.stringify([language, highlightLines, highlightSpans, lineNumbers]);
    const parts = [this.#classes, this.#blocks, this.items];
    if (options !== this.#options) for (const recent of [this.#bodies, ...parts]) recent.clear();
    this.#options = options;
    this.#bodies.turn();
    for (const recent of parts) if (recent.characters > 2 * this.#bodies.characters) recent.turn();
  }

  body(text: string, surroundings: Surroundings, compile: () => Compiled): Compiled {
    return known(this.#bodies, text, surroundings) ?? kept(this.#bodies, text, compile());
  }

  /** A content class whose text is known. */
  knownClass(text: string, surroundings: Surroundings): Compiled | null {
    return text.length > longestClass ? null : known(this.#classes, text, surroundings);
  }

  keepClass(text: string, compiled: Compiled): void {
    if (text.length <= longestClass) this.#classes.set(text, compiled);
  }

  block(text: string, surroundings: Surroundings, compile: () => Compiled): Compiled {
    return known(this.#blocks, text, surroundings) ?? kept(this.#blocks, text, compile());
  }
}

function known(cache: Recent<Compiled>, text: string, surroundings: Surroundings): Compiled | null {
  const compiled = cache.get(text);
  if (!compiled) return null;
  const { findings, definitions } = compiled;
  if (findings.length > 0 && !stillHold(findings, definitions === surroundings.definitions, surroundings))
    return null;
  compiled.definitions = surroundings.definitions;
  return compiled;
}

function kept(cache: Recent<Compiled>, text: string, compiled: Compiled): Compiled {
  cache.set(text, compiled);
  return compiled;
}
