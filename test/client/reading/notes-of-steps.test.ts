/** Notes of a slide in steps are all there, and each once. */
import { expect, test } from "vitest";
import { notesOfSteps } from "../../../client/reading/notes-of-steps.ts";
import type { SlideNode } from "../../../server/protocol.ts";

const p = (text: string): SlideNode => ["p", {}, text];

test("each step's notes, in their order", () => {
  expect(notesOfSteps([[p("one")], [p("two")]])).toEqual([[p("one")], [p("two")]]);
});

test("steps without notes say nothing", () => {
  expect(notesOfSteps([[], [p("two")], []])).toEqual([[p("two")]]);
  expect(notesOfSteps([[], []])).toEqual([]);
});

test("notes that a later step inherits are shown with it", () => {
  expect(notesOfSteps([[p("one")], [p("one"), p("two")]])).toEqual([[p("one"), p("two")]]);
  expect(notesOfSteps([[p("one")], [p("one")]])).toEqual([[p("one")]]);
});
