/** What `outline` tells of a deck. */
import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { runCommand } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "shelldeck-outline-"));
afterAll(() => rmSync(folder, { recursive: true }));

function outline(name: string, text: string, ...options: string[]) {
  writeFileSync(join(folder, name), text);
  return runCommand(["outline", name, ...options], folder);
}

const deck = `name: start
class: center, middle

# Start

???
Say *hello*.

---
layout: true
class: chapter

# {{topic}}

{{content}}

---
topic: Bridges
count: false

One

--

Two

---
layout: false
exclude: true

# Left out

---
layout: false
name: end

# End
`;

describe("as JSON", () => {
  test("the talk is an array of its slides, and nothing else is printed", () => {
    const { status, stdout } = runCommand(
      ["outline", "slides/container-networking.md", "--json"],
      resolve("."),
    );
    const slides = JSON.parse(stdout);
    expect(status).toBe(0);
    expect(slides).toHaveLength(20);
    for (const slide of slides)
      expect(Object.keys(slide).join()).toBe(
        "index,number,name,title,classes,continued,properties,notes,content",
      );
    expect(slides[0]).toMatchObject({ index: 1, number: 1, title: "Container Networking" });
    expect(slides[0].classes).toEqual(["middle", "center"]);
    expect(slides[11].content).toContain("(demo1-linux-bridge)");
  });

  test("a slide has what it inherits, with its variables' values, and excluded slides and layouts are not shown", () => {
    const { status, stdout } = outline("small.md", deck, "--json");
    expect(status).toBe(0);
    const slides = JSON.parse(stdout);
    expect(slides.map((slide: { title: string }) => slide.title)).toEqual([
      "Start",
      "Bridges",
      "Bridges",
      "End",
    ]);
    const [start, one, two, end] = slides;
    expect(start).toMatchObject({ name: "start", classes: ["center", "middle"], continued: false });
    expect(start.notes.trim()).toBe("Say *hello*.");
    expect(one).toMatchObject({ index: 2, number: 1, classes: ["chapter"], continued: false });
    expect(one.properties).toMatchObject({ topic: "Bridges", class: "chapter" });
    expect(one.content.trim()).toMatch(/^# Bridges\s+One$/);
    expect(two).toMatchObject({ index: 3, number: 2, continued: true, name: null });
    expect(two.content).toMatch(/# Bridges\s+One\s+Two/);
    expect(end).toMatchObject({ index: 4, number: 3, name: "end", classes: [] });
    expect(end.content).not.toContain("{{");
  });

  test("problems are told beside it", () => {
    const { status, stdout, stderr } = outline("wrong.md", "# One\n\n[there](#nowhere)\n", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toHaveLength(1);
    expect(stderr).toMatch(/^wrong\.md:3:1 \w+: .*nowhere/);
  });

  test("a large outline is printed to its end", () => {
    const slides = Array.from({ length: 1500 }, (_, at) => `# Slide ${at + 1}\n\n${"words ".repeat(100)}`);
    const { stdout } = outline("large.md", slides.join("\n---\n"), "--json");
    expect(stdout.length).toBeGreaterThan(1_000_000);
    expect(JSON.parse(stdout).at(-1).title).toBe("Slide 1500");
  });
});

test("without --json there is a line a slide, and a total", () => {
  const { status, stdout } = outline("small.md", deck);
  expect(status).toBe(0);
  expect(stdout).toBe(
    [
      "Start",
      "",
      "  1  Start        #start  [notes]",
      "  1  Bridges",
      "  2    + Bridges",
      "  3  End          #end",
      "",
      "4 slides, 1 of them continued, 1 with notes",
      "",
    ].join("\n"),
  );
});

test("somebody who stops reading ends it without a complaint", () => {
  const slides = Array.from({ length: 3000 }, (_, at) => `# Slide ${at + 1}`);
  writeFileSync(join(folder, "long.md"), slides.join("\n---\n"));
  const cli = resolve("dist/server/cli.js");
  const { stdout, stderr } = spawnSync(
    "bash",
    [
      "-c",
      `"${process.execPath}" "${cli}" outline long.md --json | head -n 1; echo "status \${PIPESTATUS[0]}"`,
    ],
    { cwd: folder, env: { ...process.env, INIT_CWD: folder }, encoding: "utf8" },
  );
  expect(stdout).toBe("[\nstatus 0\n");
  expect(stderr).toBe("");
});

test.each([
  [
    "no-such.md",
    /^deck no-such\.md: there is no such file; name a Markdown file: outline slides\/my-talk\.md\n$/,
  ],
  [".", /^deck \.: this is a folder;/],
])("a deck that cannot be read is status 1 and a line that says why: %s", (path, message) => {
  const { status, stdout, stderr } = runCommand(["outline", path, "--json"], folder);
  expect(stderr).toMatch(message);
  expect(stdout).toBe("");
  expect(status).toBe(1);
});
