/** Each folder here is a rule of the slide syntax: `input.md` compiles to `slides.json`; UPDATE=1 writes the latter. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Deck, SlideNode } from "../../server/deck/index.ts";
import { compile } from "../deck/compiler.ts";

const here = import.meta.dirname;
const cases = readdirSync(here, { withFileTypes: true }).filter((entry) => entry.isDirectory());

describe("the slide syntax", () => {
  for (const { name } of cases) {
    test(name.replaceAll("-", " "), () => {
      const compiled = compile(readFileSync(join(here, name, "input.md"), "utf8"));
      const path = join(here, name, "slides.json");
      if (process.env.UPDATE) writeFileSync(path, write(compiled));
      expect(existsSync(path), `${path} is missing; write it with UPDATE=1 and read it`).toBe(true);
      expect(JSON.parse(JSON.stringify(compiled))).toEqual(JSON.parse(readFileSync(path, "utf8")));
    });
  }
});

/** JSON with a line for each node, property and mistake. */
function write({ slides, problems, ...deck }: Deck): string {
  const list = (values: readonly unknown[], indent: string) =>
    values.length === 0
      ? "[]"
      : `[\n${values.map((value) => `${indent}  ${JSON.stringify(value)}`).join(",\n")}\n${indent}]`;
  const written = slides.map(({ content, notes, blocks, properties, ...slide }) => {
    const fields = Object.entries({ ...slide, properties }).map(
      ([key, value]) => `      "${key}": ${JSON.stringify(value)}`,
    );
    const lists: [string, readonly (SlideNode | object)[]][] = [
      ["content", content],
      ["notes", notes],
      ["blocks", blocks],
    ];
    for (const [key, values] of lists) fields.push(`      "${key}": ${list(values, "      ")}`);
    return `    {\n${fields.join(",\n")}\n    }`;
  });
  const about = Object.entries(deck).map(([key, value]) => `  "${key}": ${JSON.stringify(value)}`);
  return `{\n${about.join(",\n")},\n  "slides": [\n${written.join(",\n")}\n  ],\n  "problems": ${list(problems, "  ")}\n}\n`;
}
