/** What the documentation says about demo scripts is so. */
import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { parseDemo } from "../../server/demo/index.ts";

const text = readFileSync(fileURLToPath(new URL("../../docs/demo-scripts.md", import.meta.url)), "utf8");

test("the example in the documentation is a demo without mistakes", () => {
  const example = /```bash\n(.*?)```/s.exec(text)?.[1] ?? "";
  const demo = parseDemo("example", example, (markdown) => [markdown]);
  expect(demo.problems).toEqual([]);
  expect(demo).toMatchObject({
    title: "A bridge from nothing",
    acts: [{ title: "Two namespaces on one switch", steps: [{ notes: [expect.any(String)] }, {}] }],
  });
});

test("every directive is documented", () => {
  const [problem] = parseDemo("x", "#!/bin/bash\n# # T\n#: unknown\na\n", () => []).problems;
  const known = /known: (.*)/.exec(problem?.remedy ?? "")?.[1]?.split(", ") ?? [];
  expect(known.length).toBeGreaterThan(0);
  expect(known.filter((name) => !text.includes(`| \`${name}`))).toEqual([]);
});
