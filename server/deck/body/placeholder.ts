/** Stand-ins in a Markdown text for what is compiled apart: content classes, macros and blocks of code. */

const pattern = /\uFDD0(\d+)\uFDD1/g;

/** The stand-in for the part at an index; a source cannot hold one (see `readSource`). */
export function placeholder(index: number): string {
  return `\uFDD0${index}\uFDD1`;
}

/** Whether a text holds a stand-in. */
export function hasPlaceholder(text: string): boolean {
  return text.includes("\uFDD0");
}

/** A text with its stand-ins replaced by what stood there in the source. */
export function restore(text: string, rawOf: (index: number) => string): string {
  return hasPlaceholder(text) ? text.replace(pattern, (_, index: string) => rawOf(Number(index))) : text;
}

/** A text cut at its stand-ins: texts and indexes in order, empty texts left out. */
export function splitAtPlaceholders(text: string): (string | number)[] {
  return text
    .split(pattern)
    .map((part, index) => (index % 2 === 0 ? part : Number(part)))
    .filter((part) => part !== "");
}
