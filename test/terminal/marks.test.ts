/** The shell's marks are taken out of its output, and nobody else's. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { MarkFilter, type Piece } from "../../server/terminal/marks.ts";

const nonce = "c0ffee";
const mark = (body: string, by = nonce) => `\x1b]133;${body};nonce=${by}\x07`;

function read(chunks: Uint8Array[]): { text: string; marks: string[] } {
  const filter = new MarkFilter(nonce);
  const pieces: Piece[] = chunks.flatMap((chunk) => filter.push(chunk));
  const output = pieces.flatMap((piece) => (piece.kind === "output" ? [piece.bytes] : []));
  const marks = pieces.flatMap((piece) =>
    piece.kind === "mark" ? [`${piece.mark.kind} ${piece.mark.status}`] : [],
  );
  return { text: Buffer.concat([...output, filter.flush()]).toString("latin1"), marks };
}

describe("a terminal's output", () => {
  test("comes without the marks, which are told with their status", () => {
    const stream = `${mark("A")}$ ${mark("B")}false\r\n${mark("C")}${mark("D;1")}`;
    expect(read([Buffer.from(stream)])).toEqual({
      text: "$ false\r\n",
      marks: ["prompt null", "input null", "started null", "ended 1"],
    });
  });

  test("keeps what a program forged without the nonce", () => {
    const forged = `${mark("D;0", "bad")}\x1b]133;D;0\x07${mark("Z")}`;
    expect(read([Buffer.from(forged)])).toEqual({ text: forged, marks: [] });
  });

  test("is not held back for ever by a mark that never ends", () => {
    const open = `\x1b]133;${"x".repeat(500)}`;
    const filter = new MarkFilter(nonce);
    const shown = filter
      .push(Buffer.from(open))
      .flatMap((piece) => (piece.kind === "output" ? [...piece.bytes] : []));
    expect(Buffer.from(shown).toString()).toBe(open);
  });

  test("is the same wherever the stream is cut", () => {
    const piece = fc.oneof(
      fc.constantFrom(mark("A"), mark("B"), mark("C"), mark("D;127"), mark("P"), mark("D;0", "bad")),
      fc.constantFrom("\x1b", "\x1b]", "\x1b]133", "\x1b]133;", "\x07", "é"),
      fc.string(),
    );
    fc.assert(
      fc.property(fc.array(piece), fc.array(fc.nat(400)), (pieces, cuts) => {
        const stream = Buffer.from(pieces.join(""));
        const at = [
          0,
          ...cuts.map((cut) => Math.min(cut, stream.length)).sort((a, b) => a - b),
          stream.length,
        ];
        const chunks = at.slice(1).map((end, index) => stream.subarray(at[index], end));
        expect(read(chunks)).toEqual(read([stream]));
      }),
    );
  });
});
