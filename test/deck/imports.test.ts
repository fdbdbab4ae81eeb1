/** The deck room decides and does nothing: no files, no processes, no network, no clock, no chance. */
import { readdirSync, readFileSync } from "node:fs";
import { dirname, join, relative, sep } from "node:path";
import { describe, expect, test } from "vitest";

const room = join(import.meta.dirname, "../../server/deck");
const files = readdirSync(room, { recursive: true, encoding: "utf8" }).filter((name) => name.endsWith(".ts"));
const libraries = new Set([
  "hast",
  "hast-util-to-jsx-runtime",
  "mdast",
  "rehype-raw",
  "rehype-sanitize",
  "remark-gfm",
  "remark-parse",
  "remark-rehype",
  "unified",
  "unist-util-visit",
  "yaml",
]);

function imports(file: string): string[] {
  const text = readFileSync(join(room, file), "utf8");
  return [...text.matchAll(/(?:\bfrom|\bimport)\s*\(?\s*"([^"]+)"/g)].map(([, name = ""]) => name);
}

describe("the deck room", () => {
  test("has files to look at", () => {
    expect(files).toContain("index.ts");
    expect(files.length).toBeGreaterThan(20);
  });

  for (const file of files) {
    test(`${file} imports nothing that does I/O, and nothing of another room`, () => {
      for (const name of imports(file)) {
        if (!name.startsWith(".")) {
          expect(libraries.has(name) || name.startsWith("shiki/"), `${file} imports ${name}`).toBe(true);
          continue;
        }
        const target = relative(room, join(room, dirname(file), name));
        expect(target.startsWith(".."), `${file} imports ${name}`).toBe(false);
        const [folder, ...rest] = target.split(sep);
        if (rest.length > 0 && folder !== file.split(sep)[0]) {
          expect(rest, `${file} imports ${name} past the front file`).toEqual(["index.ts"]);
        }
      }
    });

    test(`${file} uses neither the clock nor chance nor the process`, () => {
      const text = readFileSync(join(room, file), "utf8");
      expect(text).not.toMatch(
        /\b(?:process\.|Date\.now|new Date|Math\.random|performance\.|fetch\(|setTimeout)/,
      );
    });
  }
});
