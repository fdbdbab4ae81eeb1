/** What a deck may say is written down: the documentation names every key. */
import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { defaults } from "../../server/deck/front-matter.ts";
import { knownProperties } from "../../server/deck/properties.ts";

const text = readFileSync(join(import.meta.dirname, "../../docs/deck-syntax.md"), "utf8");

function section(heading: string): string {
  const start = text.indexOf(`\n## ${heading}\n`);
  if (start < 0) throw new Error(`no section "${heading}"`);
  const end = text.indexOf("\n## ", start + 1);
  return text.slice(start, end < 0 ? text.length : end);
}

/** The keys in a section's first column. */
function keys(heading: string): string[] {
  const rows = section(heading).matchAll(/^\| (`[^|]*) \|/gm);
  return [...rows].flatMap(([, cell = ""]) => [...cell.matchAll(/`([\w-]+)/g)].map(([, key = ""]) => key));
}

describe("docs/deck-syntax.md", () => {
  test("has every key of the front matter, and no other", () => {
    expect(keys("Front matter").sort()).toEqual(Object.keys(defaults).sort());
  });

  test("has every property that means something, and no other", () => {
    expect(keys("Properties").sort()).toEqual([...knownProperties].sort());
  });

  for (const feature of [
    "{1\\|2-3\\|all}",
    "{1,3-5}",
    "lines=5",
    "nolines",
    "`none`",
    "highlightSpans: true",
  ]) {
    test(`tells of ${feature} in code`, () => expect(section("Code")).toContain(feature));
  }
});
