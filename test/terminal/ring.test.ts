/** The last bytes of a stream are there under their absolute offsets. */
import fc from "fast-check";
import { expect, test } from "vitest";
import { Ring } from "../../server/terminal/ring.ts";

test("a ring gives back what the stream held, as far back as it reaches", () => {
  fc.assert(
    fc.property(
      fc.array(fc.uint8Array({ maxLength: 40 })),
      fc.integer({ min: 1, max: 32 }),
      (chunks, capacity) => {
        const ring = new Ring(capacity);
        for (const chunk of chunks) ring.append(chunk);
        const stream = Buffer.concat(chunks);
        expect(ring.end).toBe(stream.length);
        expect(ring.start).toBe(Math.max(0, stream.length - capacity));
        for (let offset = ring.start; offset <= ring.end; offset++)
          expect(Buffer.from(ring.read(offset, 1000))).toEqual(stream.subarray(offset));
      },
    ),
  );
});

test("an offset that is gone or not yet there is refused", () => {
  const ring = new Ring(4);
  ring.append(Buffer.from("abcdef"));
  expect(ring.has(1)).toBe(false);
  expect(ring.has(7)).toBe(false);
  expect(() => ring.read(1, 1)).toThrow(RangeError);
});
