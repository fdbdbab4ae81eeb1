/** What `check` says about what it found. */
import { describe, expect, test } from "vitest";
import { type Finding, inOrder } from "../../server/commands/check/finding.ts";
import type { Contrast, Measured } from "../../server/commands/check/measure.ts";
import { reportText } from "../../server/commands/check/report.ts";
import { slideFindings } from "../../server/commands/check/slide-findings.ts";

const finding = (file: string, line: number, column: number, rest: Partial<Finding> = {}): Finding => ({
  file,
  line,
  column,
  severity: "warning",
  message: "it is wrong",
  remedy: "mend it",
  ...rest,
});

test("findings stand by file and place, each once", () => {
  const found = [finding("b.md", 1, 1), finding("a.md", 10, 1), finding("a.md", 9, 5), finding("a.md", 9, 2)];
  expect(inOrder([...found, ...found]).map(({ file, line, column }) => `${file}:${line}:${column}`)).toEqual([
    "a.md:9:2",
    "a.md:9:5",
    "a.md:10:1",
    "b.md:1:1",
  ]);
});

describe("the report", () => {
  const found = [
    finding("a.md", 9, 2, { severity: "error" }),
    finding("a.md", 10, 1),
    finding("a.md", 11, 1),
  ];

  test("has the place, what is wrong, what to do, and a sum", () => {
    expect(reportText(found.slice(0, 2), "a.md, 3 slides", false)).toBe(
      [
        "a.md:9:2 error: it is wrong",
        "  mend it",
        "a.md:10:1 warning: it is wrong",
        "  mend it",
        "",
        "a.md, 3 slides: 1 error, 1 warning",
      ].join("\n"),
    );
  });

  test("counts in the plural, and says when there is nothing", () => {
    expect(reportText(found, "a.md", false)).toMatch(/a\.md: 1 error, 2 warnings$/);
    expect(reportText([], "a.md, 1 slide", false)).toBe("a.md, 1 slide: nothing to mend");
  });

  test("has colours only where they were asked for", () => {
    expect(reportText(found, "a.md", true)).toContain("\u001b[31;1merror\u001b[0m");
    expect(reportText(found, "a.md", false)).not.toContain("\u001b");
  });
});

describe("what was measured on a slide", () => {
  const place = { index: 7, title: "Bridges", file: "a.md", line: 40 };
  const measured = (rest: Partial<Measured>): Measured => ({
    slide: 7,
    overflow: null,
    contrast: [],
    ...rest,
  });
  const faint = (rest: Partial<Contrast>): Contrast => ({
    theme: "light",
    text: "A sentence",
    ink: "#777777",
    paper: "#ffffff",
    ratio: 4.4,
    needed: 4.5,
    ...rest,
  });
  const said = (result: Measured) =>
    slideFindings(result, place).map(({ severity, message }) => `${severity}: ${message}`);

  test("is nothing when all is seen", () => {
    expect(slideFindings(measured({}), place)).toEqual([]);
  });

  test("is an error at the slide's line when it does not fit, with how much it needs", () => {
    expect(slideFindings(measured({ overflow: { width: 1, height: 1.114 } }), place)).toMatchObject([
      {
        file: "a.md",
        line: 40,
        severity: "error",
        message: 'slide 7 "Bridges" does not fit: it needs 112 % of the height even at the smallest type',
      },
    ]);
    expect(said(measured({ overflow: { width: 1.5, height: 2 } }))[0]).toContain(
      "200 % of the height and 150 % of the width",
    );
  });

  test("is one warning a theme for faint text, with the faintest and how many there are", () => {
    const contrast = [faint({}), faint({ text: "Worse", ratio: 2 }), faint({ theme: "dark", ratio: 3 })];
    expect(said(measured({ contrast }))).toEqual([
      'warning: slide 7 "Bridges": "Worse" and 1 more are hard to read in the light theme: #777777 on #ffffff has a contrast of 2:1, 4.5:1 is needed',
      'warning: slide 7 "Bridges": "A sentence" is hard to read in the dark theme: #777777 on #ffffff has a contrast of 3:1, 4.5:1 is needed',
    ]);
  });

  test("is one warning when both themes show the same", () => {
    const contrast = [faint({}), faint({ theme: "dark" })];
    expect(said(measured({ contrast }))).toEqual([expect.stringContaining("hard to read in both themes")]);
  });
});
