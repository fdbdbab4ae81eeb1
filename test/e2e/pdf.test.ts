/** The PDF that a speaker hands out. */
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { runCommand } from "./command.ts";
import { type PdfFile, readPdf } from "./pdf-file.ts";

const folder = mkdtempSync(join(tmpdir(), "shelldeck-pdf-"));
afterAll(() => rmSync(folder, { recursive: true }));

const deck = `---
title: Handout
ratio: 4:3
---
name: start

# Start

On to [the end](#end), [slide 3](#3), or [elsewhere](https://example.com/).

???
Welcome them all.

---
layout: true

# A heading that the page is too narrow for, so that it goes on in another line

{{content}}

---

One

--

Two

---
layout: false
exclude: true

Left out

---
layout: false

\`\`\`sh {1|2}
echo first
echo second
\`\`\`

---
name: end

# End
`;

function makePdf(name: string, ...options: string[]): { pdf: PdfFile; said: string; status: number | null } {
  const { status, stdout, stderr } = runCommand(["pdf", "deck.md", "--out", name, ...options], folder);
  return { pdf: readPdf(readFileSync(join(folder, name))), said: stdout + stderr, status };
}

beforeAll(() => writeFileSync(join(folder, "deck.md"), deck));

describe("the talk", () => {
  let pdf: PdfFile;
  let slides: { title: string }[];
  beforeAll(() => {
    const talk = resolve("slides/container-networking.md");
    slides = JSON.parse(runCommand(["outline", talk, "--json"], folder).stdout);
    const { status, stdout } = runCommand(["pdf", talk], folder);
    expect(stdout).toBe(`container-networking.pdf: ${slides.length} pages\n`);
    expect(status).toBe(0);
    pdf = readPdf(readFileSync(join(folder, "container-networking.pdf")));
  });

  test("has a page a slide, of the canvas's size", () => {
    expect(pdf.pages).toHaveLength(slides.length);
    for (const { size } of pdf.pages) expect(size[0] / size[1]).toBeCloseTo(1210 / 681, 2);
  });

  test("has the slides' titles as bookmarks, each leading to its page", () => {
    expect(pdf.title).toBe("Container Networking");
    expect(pdf.bookmarks).toEqual(slides.map(({ title }, at) => ({ title, page: at + 1 })));
    expect(pdf.isTagged).toBe(true);
  });

  test("has its text as text, its links as links, and no buttons", () => {
    expect(pdf.pages[0]?.text).toContain("ContainerNetworking");
    expect(pdf.pages[0]?.links).toContain("https://github.com/larsks/container-networking-slides");
    expect(pdf.pages[6]?.text).toContain("ipnetnsexecexamplebash");
    expect(pdf.pages.filter(({ text }) => /Run(?:demo)?$|CopyRun|Run\d+\/20/.test(text))).toEqual([]);
  });
});

describe("a deck with layouts, continued slides, steps and excluded slides", () => {
  test("has the pages that outline tells of, in its own ratio, and its links lead to pages", () => {
    const { pdf, said, status } = makePdf("plain.pdf");
    expect(said).toContain("plain.pdf: 5 pages");
    expect(status).toBe(0);
    expect(JSON.parse(runCommand(["outline", "deck.md", "--json"], folder).stdout)).toHaveLength(5);
    expect(pdf.pages).toHaveLength(5);
    expect(pdf.pages[0]?.size[0]).toBeCloseTo((908 * 72) / 96, 0);
    expect(pdf.pages[0]?.links).toEqual(["page 5", "page 3", "https://example.com/"]);
    expect(pdf.pages[1]?.text).not.toContain("Two");
    expect(pdf.pages[2]?.text).toContain("OneTwo");
    expect(pdf.pages.some(({ text }) => text.includes("Leftout") || text.includes("Welcome"))).toBe(false);
  });

  test("has bookmarks for headings over two lines and for slides without a heading", () => {
    const { bookmarks } = makePdf("plain.pdf").pdf;
    const long = "A heading that the page is too narrow for, so that it goes on in another line";
    expect(bookmarks.map(({ title }) => title)).toEqual([
      "Start",
      long,
      long,
      expect.stringContaining("echo first"),
      "End",
    ]);
  });

  test("with --steps has a page a step, and one bookmark for all of them", () => {
    const { pdf } = makePdf("steps.pdf", "--steps");
    expect(pdf.pages).toHaveLength(6);
    expect(pdf.bookmarks.map(({ page }) => page)).toEqual([1, 2, 3, 4, 6]);
    expect(pdf.pages[0]?.links[0]).toBe("page 6");
  });

  test("with --final has continued slides once", () => {
    const { pdf } = makePdf("final.pdf", "--final");
    expect(pdf.pages).toHaveLength(4);
    expect(pdf.pages[1]?.text).toContain("OneTwo");
    expect(pdf.pages[0]?.links.slice(0, 2)).toEqual(["page 4", "page 2"]);
  });

  test("with --notes has them below the slide, on a page like A4", () => {
    const { pdf } = makePdf("notes.pdf", "--notes");
    expect(pdf.pages).toHaveLength(5);
    expect(pdf.pages[0]?.text).toContain("Welcomethemall.");
    const [width = 0, height = 0] = pdf.pages[0]?.size ?? [];
    expect(height / width).toBeCloseTo(297 / 210, 2);
  });
});

describe("what goes wrong", () => {
  test("without Chromium it says how to get it, and writes nothing", () => {
    const { status, stdout, stderr } = runCommand(["pdf", "deck.md", "--out", "none.pdf"], folder, {
      PATH: "/nowhere",
      CHROMIUM: "",
    });
    expect(stderr).toMatch(/^pdf: no Chromium found: apt install chromium/);
    expect(stdout).toBe("");
    expect(status).toBe(1);
    expect(existsSync(join(folder, "none.pdf"))).toBe(false);
  });

  test.each([
    [["pdf"], /^pdf: name a deck/],
    [["pdf", "no-such.md"], /^deck no-such\.md: there is no such file/],
    [["pdf", "deck.md", "--dark", "--light"], /say one of them/],
    [["pdf", "deck.md", "--stpes"], /unknown option --stpes: did you mean "--steps"\?/],
    [["pdf", "deck.md", "--out", "no/such/folder.pdf"], /no\/such\/folder\.pdf cannot be written/],
  ])("%j is told and ends with 1", (args, message) => {
    const { status, stderr } = runCommand(args, folder);
    expect(stderr).toMatch(message);
    expect(stderr).not.toMatch(/\n\s+at /);
    expect(status).toBe(1);
  });
});
