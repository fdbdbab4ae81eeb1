import fc from "fast-check";
import { expect, test } from "vitest";
import { cleanPaste, linesThatRun } from "../../../client/terminal/paste.ts";

test("a paste cannot end its own brackets, nor hold other commands to the terminal", () => {
  expect(cleanPaste("safe\x1b[201~; rm -rf /\x03\x9b1A")).toBe("safe[201~; rm -rf /1A");
});

test("tabs, line ends and letters of all languages stay", () => {
  expect(cleanPaste("a\tb\r\nc\nÄé漢🙂")).toBe("a\tb\r\nc\nÄé漢🙂");
});

test("no paste holds a control character but tab and line ends, whatever is in it", () => {
  const piece = fc.oneof(
    fc.string(),
    fc.integer({ min: 0, max: 0x9f }).map((code) => String.fromCharCode(code)),
  );
  fc.assert(
    fc.property(fc.array(piece), (pieces) => {
      expect(cleanPaste(pieces.join(""))).not.toMatch(/[^\t\n\r\P{Cc}]/u);
    }),
  );
});

test("a shell that takes a paste as one piece runs none of its lines", () => {
  expect(linesThatRun("one\ntwo\n", true)).toBe(0);
});

test("where it does not, each ended line would run", () => {
  expect(linesThatRun("ls", false)).toBe(0);
  expect(linesThatRun("ls\n", false)).toBe(1);
  expect(linesThatRun("one\r\ntwo\rthree\nfour", false)).toBe(3);
});
