/** How a slide is called, what class of slide it is, and how large its type is. */
import { expect, test } from "vitest";
import { backgroundStyle } from "../../../client/slide/background.ts";
import { fitScale, largestScale } from "../../../client/slide/fit-scale.ts";
import { slideClasses } from "../../../client/slide/slide-classes.ts";
import { slideLabel } from "../../../client/slide/slide-label.ts";
import type { SlideNode } from "../../../server/protocol.ts";

test("a slide is called by its number and its title", () => {
  expect(slideLabel({ number: 3, title: "What's a container?" }, 20)).toBe(
    "Slide 3 of 20: What's a container?",
  );
  expect(slideLabel({ number: 3, title: "" }, 20)).toBe("Slide 3 of 20");
});

test("a centred first slide is the title slide", () => {
  const classes = ["center", "middle"];
  expect(slideClasses({ index: 1, title: "Wires", classes, content: [] })).toBe(
    "slide center middle title-slide",
  );
  expect(slideClasses({ index: 2, title: "Wires", classes, content: [] })).toBe("slide center middle");
});

test("a title that would fill the slide is set smaller", () => {
  const title = "A rather long title for a talk about networks";
  expect(slideClasses({ index: 1, title, classes: ["center", "middle"], content: [] })).toBe(
    "slide center middle title-slide long-title",
  );
});

test("a slide of one heading and one demo is a demo slide, and one with more is not", () => {
  const demo: SlideNode[] = [
    ["h1", {}, "Demo 1"],
    "\n",
    ["p", {}, ["run-demo", { demo: "demo1", title: "", missing: false }, "Demo 1"]],
  ];
  expect(slideClasses({ index: 12, title: "Demo", classes: [], content: demo })).toBe("slide demo-slide");
  expect(slideClasses({ index: 12, title: "Demo", classes: [], content: [...demo, ["p", {}, "more"]] })).toBe(
    "slide",
  );
});

test("type is as large as fits, and no smaller than can be read", () => {
  expect(fitScale(() => false, 1.2)).toBe(1.2);
  expect(fitScale((scale) => scale > 0.87, 1.2)).toBe(0.85);
  expect(fitScale(() => true, 1.2)).toBe(0.5);
});

test("a size is found with few looks at the slide, each of which is a layout", () => {
  for (let fits = 0.5; fits <= 1.2; fits += 0.05) {
    const looks: number[] = [];
    const scale = fitScale((at) => looks.push(at) > 0 && at > fits + 0.001, 1.2);
    expect(scale).toBeCloseTo(fits, 5);
    expect(looks.length).toBeLessThanOrEqual(5);
  }
});

test("slides that are shown piece by piece keep one size", () => {
  expect(largestScale({ index: 5, continued: true }, { continued: false })).toBe(1);
  expect(largestScale({ index: 4, continued: false }, { continued: true })).toBe(1);
  expect(largestScale({ index: 4, continued: false }, { continued: false })).toBeGreaterThan(1);
  expect(largestScale({ index: 4, continued: false })).toBeGreaterThan(1);
});

test("background properties become the slide's background, other properties do not", () => {
  expect(
    backgroundStyle({ "background-image": "url(a.png)", "background-size": "contain", name: "x" }),
  ).toEqual({
    backgroundImage: "url(a.png)",
    backgroundSize: "contain",
  });
  expect(backgroundStyle({ class: "center" })).toBeUndefined();
});
