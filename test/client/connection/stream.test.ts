import fc from "fast-check";
import { expect, test } from "vitest";
import { type Attached, Stream } from "../../../client/connection/stream.ts";
import type { BytesFrame } from "../../../server/protocol.ts";

const attached = (offset: number, from: Attached["from"], epoch = "e1", control = true): Attached => ({
  type: "attached",
  terminal: 1,
  epoch,
  offset,
  from,
  control,
});
const output = (offset: number, length: number): BytesFrame => ({
  kind: "output",
  terminal: 1,
  offset,
  bytes: new Uint8Array(length),
});
const snapshot = (offset: number): BytesFrame => ({
  kind: "snapshot",
  terminal: 1,
  offset,
  bytes: new Uint8Array(7),
});

/** A stream that has drawn a snapshot of offset 100 and parsed it. */
function live(): Stream {
  const stream = new Stream();
  stream.attach();
  stream.attached(attached(100, "snapshot"));
  stream.receive(snapshot(100));
  stream.parsed(stream.written());
  return stream;
}

test("a first join asks for everything and draws the snapshot it gets", () => {
  const stream = new Stream();
  expect(stream.attach()).toEqual({ epoch: null, offset: 0 });
  expect(stream.attached(attached(100, "snapshot"))).toBe(true);
  expect(stream.receive(snapshot(100))).toBe("redraw");
  expect(stream.offset).toBe(100);
});

test("output goes on where the snapshot ended", () => {
  const stream = live();
  expect(stream.receive(output(100, 5))).toBe("write");
  expect(stream.receive(output(105, 5))).toBe("write");
  expect(stream.offset).toBe(110);
});

test("a gap or an overlap asks the server again, from the last good byte", () => {
  for (const offset of [101, 99]) {
    const stream = live();
    expect(stream.receive(output(offset, 5))).toBe("resync");
    expect(stream.attach()).toEqual({ epoch: "e1", offset: 100 });
    expect(stream.receive(output(100, 5)), "what was still under way does not count").toBe("ignore");
  }
});

test("after a lost connection it resumes with the bytes that were missed", () => {
  const stream = live();
  stream.receive(output(100, 50));
  stream.detach();
  expect(stream.receive(output(150, 5))).toBe("ignore");
  expect(stream.attach()).toEqual({ epoch: "e1", offset: 150 });
  expect(stream.attached(attached(150, "offset"))).toBe(true);
  expect(stream.receive(output(150, 5))).toBe("write");
});

test("another terminal's stream replaces the old one", () => {
  const stream = live();
  stream.attach();
  expect(stream.attached(attached(7, "snapshot", "e2"))).toBe(true);
  expect(stream.receive(snapshot(7))).toBe("redraw");
  expect([stream.epoch, stream.offset]).toEqual(["e2", 7]);
});

test("a resume from where we are not is refused, and the next attempt asks for a snapshot", () => {
  const stream = live();
  stream.attach();
  expect(stream.attached(attached(40, "offset"))).toBe(false);
  expect(stream.attach()).toEqual({ epoch: null, offset: 0 });
});

test("neither keys nor acknowledgements go out until a snapshot is parsed", () => {
  const stream = new Stream();
  stream.attach();
  expect(stream.mayType).toBe(false);
  stream.attached(attached(100, "snapshot"));
  expect(stream.mayType).toBe(false);
  stream.receive(snapshot(100));
  const write = stream.written();
  expect([stream.mayType, stream.mayAcknowledge]).toEqual([false, false]);
  stream.parsed(write);
  expect([stream.mayType, stream.mayAcknowledge]).toEqual([true, true]);
});

test("writes from before do not end a replay", () => {
  const stream = live();
  stream.receive(output(100, 5));
  const before = stream.written();
  stream.attach();
  stream.attached(attached(105, "offset"));
  stream.receive(output(105, 5));
  const first = stream.written();
  stream.parsed(before);
  expect(stream.mayType).toBe(false);
  stream.parsed(first);
  expect(stream.mayType).toBe(true);
});

test("a resume that missed nothing lets one type at once", () => {
  const stream = live();
  stream.detach();
  stream.attach();
  stream.attached(attached(100, "offset"));
  expect(stream.mayType).toBe(true);
});

test("who has no control never types, and who loses it stops", () => {
  const stream = live();
  stream.hasControl = false;
  expect(stream.mayType).toBe(false);
  expect(stream.mayAcknowledge).toBe(true);
});

test("whatever frames come, what is written is the stream without holes or repeats", () => {
  fc.assert(
    fc.property(
      fc.array(fc.tuple(fc.integer({ min: 90, max: 140 }), fc.integer({ min: 0, max: 9 }))),
      (frames) => {
        const stream = live();
        let end = 100;
        for (const [offset, length] of frames) {
          if (stream.receive(output(offset, length)) !== "write") continue;
          expect(offset).toBe(end);
          end += length;
        }
        expect(stream.offset).toBe(end);
      },
    ),
  );
});
