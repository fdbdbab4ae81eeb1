/** Everything in both themes, light and dark, can be told from what is behind it: WCAG 2.2, level AA. */
import { describe, expect, test } from "vitest";
import { colour, contrast, type DeckTheme, numberOf, over, type Scheme } from "./tokens.ts";

/** WCAG 1.4.3. */
const forText = 4.5;
/** WCAG 1.4.11: bars, rings, lines that say something. */
const forShapes = 3;
/** Lines outside of the present step stand back on purpose; the same lines were, or will be, shown in full. */
const forDimmed = 2;

const paper = ["--paper", "--paper-raised"];
const panel = ["--panel", "--panel-raised"];
const code = ["--code-surface", "--code-highlight", "--code-mark"];
const inCode = [
  "--code-ink",
  "--code-ink-muted",
  "--code-accent",
  "--tok-comment",
  "--tok-output",
  "--tok-command",
  "--tok-keyword",
  "--tok-variable",
  "--tok-string",
  "--tok-constant",
  "--tok-operator",
  "--tok-blank",
];

const looks: [DeckTheme, Scheme][] = [
  ["talk", "light"],
  ["talk", "dark"],
  ["plain", "light"],
  ["plain", "dark"],
];

describe.each(looks)("the theme %s, %s", (theme, scheme) => {
  const of = (name: string) => colour(name, theme, scheme);
  const tooWeak = (names: string[], surfaces: string[], least: number) =>
    surfaces.flatMap((surface) =>
      names
        .map((name) => ({ name, ratio: contrast(of(name), of(surface)) }))
        .filter(({ ratio }) => ratio < least)
        .map(({ name, ratio }) => `${name} on ${surface}: ${ratio.toFixed(2)}`),
    );

  test("has text that is read on paper, links and states included", () => {
    const text = ["--ink", "--ink-muted", "--accent-ink", "--good", "--bad", "--busy"];
    expect(tooWeak(text, paper, forText)).toEqual([]);
    expect(tooWeak(["--ink"], ["--line"], forText)).toEqual([]);
  });

  test("has text that is read on buttons", () => {
    expect(tooWeak(["--on-accent"], ["--accent", "--accent-strong"], forText)).toEqual([]);
  });

  test("has text that is read on terminals' panels", () => {
    expect(tooWeak(["--panel-ink", "--panel-ink-muted", "--panel-accent"], panel, forText)).toEqual([]);
  });

  test("has code that is read, highlighted and marked too, in every colour", () => {
    expect(tooWeak(inCode, code, forText)).toEqual([]);
  });

  test("has code that can be made out where it is dimmed", () => {
    const surface = of("--code-surface");
    const opacity = numberOf("--code-dimmed", theme);
    const ratios = inCode.map((name) => contrast(over(of(name), surface, opacity), surface));
    expect(Math.min(...ratios)).toBeGreaterThan(forDimmed);
  });

  test("shows where the focus is", () => {
    expect(tooWeak(["--focus"], paper, forShapes)).toEqual([]);
    expect(tooWeak(["--focus-on-panel"], panel, forShapes)).toEqual([]);
    expect(tooWeak(["--code-focus"], ["--code-surface"], forShapes)).toEqual([]);
  });

  test("shows bars at highlighted lines, and how far the talk is", () => {
    expect(tooWeak(["--code-accent"], code, forShapes)).toEqual([]);
    expect(tooWeak(["--accent"], ["--paper"], forShapes)).toEqual([]);
  });
});
