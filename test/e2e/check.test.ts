/** What `check` finds in a deck with one of each mistake. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type Ended, runCommand } from "./command.ts";

const folder = mkdtempSync(join(tmpdir(), "shelldeck-check-"));
afterAll(() => rmSync(folder, { recursive: true }));

/** Each mistake and the words that tell it; its place is where it stands in the deck below. */
const mistakes: [text: string, words: RegExp][] = [
  ["colour: red", /front matter has no key "colour"/],
  ["[nowhere](#nowhere)", /no slide is named "nowhere"/],
  ["[demo](demo9-none)", /demo "demo9-none" does not exist/],
  ["Remember: to smile", /"Remember: to smile" sets a variable/],
  ["![a cat](cat.png)", /picture "cat\.png" does not exist/],
  ["![:zoom 3](picture.png)", /unknown macro "zoom"/],
  ["name: twice\n\n# Again", /named "twice", too/],
  [".red[not closed", /\.red\[ is not closed/],
  ["# Full", /slide 5 "Full" does not fit: it needs 1\d\d % of the height/],
  ["background-color: #888888", /slide 6 "Grey": .*hard to read/],
  ["```sh\nls -l", /fence .* is not closed/],
];

const full = Array.from({ length: 36 }, (_, at) => `- line ${at + 1}`).join("\n");
const deck = `---
title: Mistakes
colour: red
---
name: twice

# Mistakes

See [nowhere](#nowhere), or the [demo](demo9-none), or [this one](demo1-good).

---
Remember: to smile

# Pictures

![a cat](cat.png)

![:zoom 3](picture.png)

---
name: twice

# Again

---

.red[not closed

---

# Full

${full}

---
background-color: #888888

# Grey

---

# Fence

\`\`\`sh
ls -l
`;
const demo = "#!/usr/bin/env bash\n# # Good\n#\n# A demo.\n\n# ## Act\n\n#: wiat 3\ntrue\n";

/** Line and column of a text in the deck. */
function placeOf(text: string): string {
  const before = deck.slice(0, deck.indexOf(text));
  return `${before.split("\n").length}:${before.length - before.lastIndexOf("\n")}`;
}

beforeAll(() => {
  mkdirSync(join(folder, "demos"));
  writeFileSync(join(folder, "demos/demo1-good.sh"), demo);
  writeFileSync(join(folder, "deck.md"), deck);
});

describe("a deck with one of each mistake", () => {
  let ended: Ended;
  beforeAll(() => {
    ended = runCommand(["check", "deck.md"], folder);
  });

  test.each(mistakes)("%s is told at its place", (text, words) => {
    const line = ended.stdout.split("\n").find((each) => words.test(each));
    expect(line, ended.stdout + ended.stderr).toMatch(
      new RegExp(`^deck\\.md:${placeOf(text)} (error|warning): `),
    );
  });

  test("a mistake in a demo that the deck links to is told at its place in the script", () => {
    expect(ended.stdout).toMatch(/^demos\/demo1-good\.sh:8:\d+ error: .*"wiat"/m);
  });

  test("findings stand by file and place, each with what to do below it", () => {
    const lines = ended.stdout.split("\n");
    const found = lines.flatMap((line, at) =>
      /^\S+:\d+:\d+ /.test(line) ? [{ line, remedy: lines[at + 1] }] : [],
    );
    for (const { line, remedy } of found) expect(remedy, line).toMatch(/^ {2}\S/);
    const places = found
      .map(({ line }) => /^deck\.md:(\d+):(\d+)/.exec(line))
      .flatMap((place) => (place ? [Number(place[1]) * 1000 + Number(place[2])] : []));
    expect(places).toEqual(places.toSorted((a, b) => a - b));
    expect(new Set(found.map(({ line }) => line)).size).toBe(found.length);
  });

  test("the last line counts them, the status is 1, and nothing is coloured", () => {
    expect(ended.stdout).toMatch(/\ndeck\.md, 7 slides: \d+ errors?, \d+ warnings?\n$/);
    expect(ended.stdout).not.toContain("\u001b");
    expect(ended.status).toBe(1);
  });

  test("as JSON each finding has its fields, and only they", () => {
    const { status, stdout } = runCommand(["check", "deck.md", "--json", "--no-browser"], folder);
    const findings = JSON.parse(stdout);
    expect(findings.length).toBeGreaterThan(mistakes.length - 2);
    for (const finding of findings)
      expect(Object.keys(finding).join()).toBe("file,line,column,severity,message,remedy");
    expect(status).toBe(1);
  });
});

describe("a good deck", () => {
  test("has nothing to mend, and status 0", () => {
    writeFileSync(join(folder, "good.md"), "# One\n\nText\n\n---\n\n# Two\n\n```sh\nip link show br0\n```\n");
    const { status, stdout, stderr } = runCommand(["check", "good.md", "--strict"], folder);
    expect(stderr).not.toContain("not measured");
    expect(stdout).toBe("good.md, 2 slides: nothing to mend\n");
    expect(status).toBe(0);
  });

  test("the talk fits its slides and can be read in both themes", () => {
    const { stdout } = runCommand(["check", "slides/container-networking.md", "--json"], resolve("."));
    const measured = JSON.parse(stdout).filter(({ message }: { message: string }) =>
      /does not fit|hard to read/.test(message),
    );
    expect(measured).toEqual([]);
  });
});

test("warnings alone are status 0, and 1 with --strict", () => {
  writeFileSync(join(folder, "warned.md"), "Word: text\n\n# One\n");
  expect(runCommand(["check", "warned.md", "--no-browser"], folder).status).toBe(0);
  expect(runCommand(["check", "warned.md", "--no-browser", "--strict"], folder).status).toBe(1);
});

test("without Chromium a note says what is left out, and how to get it", () => {
  const { status, stdout, stderr } = runCommand(["check", "warned.md"], folder, {
    PATH: "/nowhere",
    CHROMIUM: "",
  });
  expect(stderr).toMatch(/^note: the slides are not measured: no Chromium found; apt install chromium/);
  expect(stdout).toContain("warned.md:1:1 warning");
  expect(status).toBe(0);
});

test("a deck that cannot be read is status 1", () => {
  const { status, stderr } = runCommand(["check", "no-such.md"], folder);
  expect(stderr).toMatch(/^deck no-such\.md: there is no such file;/);
  expect(status).toBe(1);
});
