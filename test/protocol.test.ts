/** Frames mean the same at both ends, and what is no frame is told. */
import fc from "fast-check";
import * as v from "valibot";
import { expect, test } from "vitest";
import {
  type BytesFrame,
  bytesKind,
  ClientMessageSchema,
  decodeBytes,
  encodeBytes,
} from "../server/protocol.ts";

test("terminal bytes arrive as they were sent", () => {
  const frame = fc.record<BytesFrame>({
    kind: fc.constantFrom("output", "input", "snapshot"),
    terminal: fc.nat(),
    offset: fc.maxSafeNat(),
    bytes: fc.uint8Array(),
  });
  fc.assert(
    fc.property(frame, (each) => {
      expect(decodeBytes(encodeBytes(each))).toEqual(each);
    }),
  );
});

test("a binary frame that is too short, of an unknown kind or with an impossible offset is none", () => {
  const good = encodeBytes({ kind: "input", terminal: 1, offset: 0, bytes: new Uint8Array([65]) });
  expect(decodeBytes(good.subarray(0, 12))).toBeNull();
  expect(
    decodeBytes(Uint8Array.of(Math.max(...Object.values(bytesKind)) + 1, ...good.subarray(1))),
  ).toBeNull();
  expect(decodeBytes(Uint8Array.of(good[0] ?? 0, 0, 0, 0, 1, ...new Array(8).fill(255)))).toBeNull();
});

test.each([
  {},
  { type: "become-root" },
  { type: "attach", terminal: -1, epoch: null, offset: 0 },
  { type: "attach", terminal: 1, epoch: null, offset: 1.5 },
  { type: "resize", terminal: 1, columns: 1e9, rows: 24 },
  { type: "play", demo: "x".repeat(5000), step: 0 },
  { type: "open", purpose: { kind: "lab" } },
  { type: "run", slide: 1, block: 0, values: { pid: { toString: "x" } } },
])("a message that breaks the protocol is refused: %j", (message) => {
  expect(v.safeParse(ClientMessageSchema, message).success).toBe(false);
});
