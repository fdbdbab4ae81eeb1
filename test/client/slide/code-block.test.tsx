/** A block of code as a slide draws it: its lines' looks, their numbers, its buttons. */
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { renderNodes } from "../../../client/content/index.ts";
import { CodeBlock } from "../../../client/slide/code-block.tsx";
import { StepContext } from "../../../client/slide/step-context.ts";
import type { SlideElement } from "../../../server/protocol.ts";

/** The terminal room needs a browser. */
vi.mock("../../../client/terminal/index.ts", () => ({ RunBlock: () => null }));

function drawn(props: SlideElement[1], step: number | null): string {
  const lines = ["a", "b", "c"].map((text): SlideElement => ["span", { className: "line" }, text]);
  const content = renderNodes([["code-block", props, ...lines]], { "code-block": CodeBlock });
  return renderToStaticMarkup(<StepContext value={step}>{content}</StepContext>);
}

const classes = (html: string) => [...html.matchAll(/<span class="([^"]*)">/g)].map(([, name]) => name);

test("each click has the lines in full that it names, and dims the others", () => {
  const props = { steps: ["1", "2-3", "all"], firstClick: 1 };
  const first = ["line line-highlighted", "line line-dimmed", "line line-dimmed"];
  expect(classes(drawn(props, 0))).toEqual(first);
  expect(classes(drawn(props, 1))).toEqual(first);
  expect(classes(drawn(props, 2))).toEqual([
    "line line-dimmed",
    "line line-highlighted",
    "line line-highlighted",
  ]);
  expect(classes(drawn(props, 3))).toEqual(["line", "line", "line"]);
});

test("where a slide is shown without its clicks, no line is dimmed", () => {
  expect(classes(drawn({ steps: ["1", "2"] }, null))).toEqual(["line", "line", "line"]);
});

test("a block without steps is as it is at any click", () => {
  expect(classes(drawn({}, 2))).toEqual(["line", "line", "line"]);
});

test("numbered lines begin with the number that was asked for", () => {
  expect(drawn({ numbers: 5 }, 0)).toMatch(/data-numbered="".*--first-line:5/);
  expect(drawn({}, 0)).not.toMatch(/data-numbered|--first-line/);
});
