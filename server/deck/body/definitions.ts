/** The link definitions of all slides, so that any slide can refer to any. */
import type { Definition } from "../lexer/index.ts";

/** Definitions by normalised label. */
export type Definitions = ReadonlyMap<string, Definition>;

/** Collects definitions; of two with one label the last holds. */
export function collectDefinitions(definitions: Iterable<Definition>): Definitions {
  const byLabel = new Map<string, Definition>();
  for (const definition of definitions) byLabel.set(normalise(definition.label), definition);
  return byLabel;
}

/** The definition for a label as it stands in a text. */
export function definitionOf(label: string, definitions: Definitions): Definition | undefined {
  return definitions.get(normalise(label));
}

const bracketed = /\[((?:[^[\]\\]|\\[\s\S]){1,999})\]/g;

/** Markdown lines that define what a text refers to, with a blank line behind them; "" when there is nothing. */
export function definitionsFor(text: string, definitions: Definitions): string {
  if (definitions.size === 0 || !text.includes("[")) return "";
  const used = new Map<string, Definition>();
  for (const [, label = ""] of text.matchAll(bracketed)) {
    const normalised = normalise(label);
    const definition = definitions.get(normalised);
    if (definition) used.set(normalised, definition);
  }
  if (used.size === 0) return "";
  return `${[...used.values()].map(write).join("\n")}\n\n`;
}

function write({ label, url, title }: Definition): string {
  const destination = url.replace(/\\?[<>]/g, (mark) => `\\${mark.at(-1)}`);
  return `[${label}]: <${destination}>${title === "" ? "" : ` ${title}`}`;
}

/** Labels match without regard to case and to how their blanks are written (CommonMark 0.31, 4.7). */
function normalise(label: string): string {
  return label.replace(/\s+/g, " ").trim().toLowerCase().toUpperCase();
}
