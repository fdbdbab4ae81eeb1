/** How many pages a PDF has, read off the file itself. */
import { inflateSync } from "node:zlib";

/** Counts page objects (ISO 32000-2, 7.7.3.3), also those in object streams. */
export function countPages(pdf: Buffer): number {
  return count(pdf.toString("latin1")) + objectStreams(pdf).reduce((sum, text) => sum + count(text), 0);
}

function count(text: string): number {
  return text.match(/\/Type\s*\/Page\b(?!s)/g)?.length ?? 0;
}

function objectStreams(pdf: Buffer): string[] {
  const text = pdf.toString("latin1");
  return [...text.matchAll(/\/Type\s*\/ObjStm\b[\s\S]*?stream\r?\n/g)].map((found) => {
    const start = found.index + found[0].length;
    return inflateSync(pdf.subarray(start, pdf.indexOf("endstream", start))).toString("latin1");
  });
}
