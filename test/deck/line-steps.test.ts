/** What is said behind a fence's mark: line steps, still highlights, line numbers. */
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { SlideElement, SlideProp } from "../../server/deck/index.ts";
import { runs } from "../runs.ts";
import { compile } from "./compiler.ts";

const code = ["one", "two", "three", "four", "five"];

function block(info: string, lines: readonly string[] = code): SlideElement {
  const deck = compile(`\`\`\`${info}\n${lines.join("\n")}\n\`\`\``);
  const [node] = deck.slides[0]?.content ?? [];
  if (typeof node !== "object" || node[0] !== "code-block") throw new Error(`no block of code: ${node}`);
  return node;
}

function props(info: string): Record<string, SlideProp> {
  const { steps, numbers, language } = block(info)[1];
  return { steps: steps ?? null, numbers: numbers ?? null, language: language ?? null };
}

function highlighted(info: string): number[] {
  const [, , ...lines] = block(info);
  return lines.flatMap((line, index) =>
    typeof line === "object" && line[1].className === "line line-highlighted" ? [index + 1] : [],
  );
}

function mistakes(info: string): string[] {
  return compile(`\`\`\`${info}\n${code.join("\n")}\n\`\`\``).problems.map(
    ({ line, column, message }) => `${line}:${column} ${message}`,
  );
}

describe("a fence's line steps", () => {
  const same = { numbers: null, language: "text" };
  const written: [info: string, steps: string[] | null][] = [
    ["text {1|2-3|all}", ["1", "2-3", "all"]],
    ["text {1,3-5|all}", ["1,3-5", "all"]],
    ["text {*|none}", ["all", "none"]],
    ["text { 5 , 1 - 2 | 3 }", ["1-2,5", "3"]],
    ["text {1,2,3|3-4,1-3}", ["1-3", "1-4"]],
    ["text{1|2}", ["1", "2"]],
    ["text {2,4}", null],
    ["text {all}", null],
    ["text {}", null],
    ["text {.big #id key=1|2}", null],
    ['text {title="1|2"}', null],
  ];
  for (const [info, steps] of written) {
    test(`are ${JSON.stringify(steps)} for ${info}`, () => {
      expect(props(info)).toEqual({ ...same, steps });
      expect(mistakes(info)).toEqual([]);
    });
  }

  test("stand still when there is one only", () => {
    expect(highlighted("text {2,4}")).toEqual([2, 4]);
    expect(highlighted("text {2-}")).toEqual([]);
    expect(highlighted("text {all}")).toEqual([]);
    expect(highlighted("text {none}")).toEqual([]);
    expect(highlighted("text {1|2}")).toEqual([]);
  });

  const wrong: [info: string, mistake: string][] = [
    ["text {1|6}", "1:9 this block has no line 6"],
    ["text {0|1}", "1:9 this block has no line 0"],
    ["text {3-2}", "1:9 the lines 3-2 are the wrong way round"],
    ["text {1|}", "1:9 a line step is empty"],
    ["text {1,,2}", "1:9 a line step is empty"],
    ["text {1|two}", '1:9 "two" names no lines'],
    ["text {2-}", '1:9 "2-" names no lines'],
    ["text {1;2}", '1:9 "1;2" names no lines'],
    ["text {99999999999999999999}", '1:9 "99999999999999999999" names no lines'],
    ["text {al}", '1:9 "al" names no lines'],
    ["text lines {1|x}", '1:15 "x" names no lines'],
  ];
  for (const [info, mistake] of wrong) {
    test(`are refused for ${info}, and the block is shown plain`, () => {
      expect(mistakes(info)).toEqual([mistake]);
      expect(block(info)[1].steps).toBeUndefined();
      expect(highlighted(info)).toEqual([]);
    });
  }

  test("are lines of the block, whatever is written", () => {
    fc.assert(
      fc.property(fc.stringMatching(/^[0-9,|*al none-]{0,12}$/), (spec) => {
        const { steps } = block(`text {${spec}}`)[1];
        const named = Array.isArray(steps) ? steps : [];
        expect(named.length).not.toBe(1);
        for (const step of named)
          expect(step).toMatch(/^(?:all|none|[1-5](?:-[1-5])?(?:,[1-5](?:-[1-5])?)*)$/);
      }),
      { numRuns: runs(300) },
    );
  }, 600_000);
});

describe("a fence's line numbers", () => {
  const written: [info: string, numbers: number | null, language: string | null][] = [
    ["text lines", 1, "text"],
    ["text lines=5", 5, "text"],
    ["text lines=0", 0, "text"],
    ["text lines=5 {1|2}", 5, "text"],
    ["text {1|2} lines", 1, "text"],
    ["lines", 1, null],
    ["lines=7", 7, null],
    ["text lines nolines", null, "text"],
    ['text title="five lines"', null, "text"],
    ["linesmen", null, "linesmen"],
  ];
  for (const [info, numbers, language] of written) {
    test(`begin with ${numbers} for ${info}`, () => {
      expect(props(info)).toMatchObject({ numbers, language });
    });
  }

  test("are none for a number that is none", () => {
    expect(mistakes("text lines=x")).toEqual(['1:9 the first line\'s number cannot be "x"']);
    expect(props("text lines=x").numbers).toBeNull();
    expect(props("text lines=12345678").numbers).toBeNull();
  });
});

describe("a fence's language", () => {
  const written: [info: string, language: string | null][] = [
    ["sh {1|2}", "sh"],
    ["{1|2}", null],
    ["{.bash}", "bash"],
    ["{#listing .JSON .big}", "json"],
    ["{r, echo=FALSE}", "r"],
    ["{python}", "python"],
    ['{startFrom="5"}', null],
    ["{all}", null],
  ];
  for (const [info, language] of written) {
    test(`is ${language} for ${info}`, () => expect(props(info).language).toBe(language));
  }

  test("of another program's attributes keeps a listing from being run as commands", () => {
    expect(block("{.python}", ["import os"])[1].kind).toBe("text");
  });
});
