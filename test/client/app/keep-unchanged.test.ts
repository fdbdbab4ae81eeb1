/** A saved deck beside the one before: what did not change stays the same object, and so is not drawn again. */
import { expect, test } from "vitest";
import { keepUnchanged } from "../../../client/app/keep-unchanged.ts";
import type { Slide } from "../../../server/protocol.ts";

const slide = (index: number, text: string): Slide => ({
  index,
  number: index,
  name: null,
  title: text,
  classes: [],
  continued: false,
  properties: {},
  steps: 0,
  paceSeconds: null,
  notes: [],
  content: [["p", {}, text]],
  blocks: [],
  demos: [],
});

test("a slide that reads the same is the slide that was there", () => {
  const former = new Map([1, 2].map((index) => [index, slide(index, "as it was")]));
  const saved = keepUnchanged(former, [slide(1, "as it was"), slide(2, "edited"), slide(3, "new")]);
  expect(saved.get(1)).toBe(former.get(1));
  expect(saved.get(2)?.title).toBe("edited");
  expect([...saved.keys()]).toEqual([1, 2, 3]);
});
