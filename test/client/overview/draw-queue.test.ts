/** Pictures are drawn a few in each frame. */
import { expect, test } from "vitest";
import { DrawQueue } from "../../../client/overview/draw-queue.ts";

/** A queue whose frames come when asked for and whose clock goes on by what drawing takes. */
function setUp() {
  const frames: (() => void)[] = [];
  const drawn: string[] = [];
  let nowMs = 0;
  const queue = new DrawQueue(
    (run) => frames.push(run),
    () => nowMs,
  );
  return {
    drawn,
    frames,
    add: (name: string, takesMs: number) =>
      queue.add(() => {
        drawn.push(name);
        nowMs += takesMs;
      }),
    frame: () => frames.shift()?.(),
  };
}

test("a frame draws what it has time for, in order, and the next one goes on", () => {
  const { drawn, add, frame, frames } = setUp();
  for (const name of ["a", "b", "c", "d"]) add(name, 4);
  expect(drawn).toEqual([]);
  frame();
  expect(drawn).toEqual(["a", "b"]);
  frame();
  expect(drawn).toEqual(["a", "b", "c", "d"]);
  expect(frames).toEqual([]);
});

test("a picture that takes longer than a frame is drawn all the same", () => {
  const { drawn, add, frame } = setUp();
  add("slow", 100);
  add("next", 1);
  frame();
  expect(drawn).toEqual(["slow"]);
  frame();
  expect(drawn).toEqual(["slow", "next"]);
});

test("what was called off is not drawn", () => {
  const { drawn, add, frame } = setUp();
  const callOff = add("gone", 1);
  add("here", 1);
  callOff();
  frame();
  expect(drawn).toEqual(["here"]);
});

test("what is asked for later has frames of its own", () => {
  const { drawn, add, frame } = setUp();
  add("a", 1);
  frame();
  add("b", 1);
  frame();
  expect(drawn).toEqual(["a", "b"]);
});
