/** The reading view in Chromium: the deck as a text that one reads alone, with what can be run in its place. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { largeDeck } from "../bench/large-deck.ts";
import { axeViolations, openBrowser, openTalk, terminalText } from "./browser.ts";
import { type Server, startServer } from "./server.ts";
import { openWindow, serveTalk, signIn, type TalkApp } from "./talk-app.ts";

const dot = '<svg xmlns="http://www.w3.org/2000/svg" width="9" height="9"><rect width="9" height="9"/></svg>';
const paragraphs = (count: number) => "Some text that takes a line or two of the column.\n\n".repeat(count);
/** Slide 3 is shown in steps, which are slides 3 and 4; each slide from 5 on has a heading and some text. */
const deck = `---
title: A deck to read
---
class: center, middle
# A deck to read

---
name: tools
class: middle, right
background-image: url(dot.svg)
# Tools

\`\`\`sh
ip netns exec a-rather-long-name ip link set master another-rather-long-name dev the-longest-name-of-all up
\`\`\`

A note.[^1]

[^1]: The first footnote.

???
Say **why** it matters.

---
# In steps

- first

???
Before the second.

--
- second

???
After the second.

---
# A demo

[Hello](hello)

${paragraphs(2)}
---
${Array.from({ length: 12 }, (_, at) => `# Section ${at + 6}\n\n${paragraphs(8)}[To the tools](#tools)[^1]\n\n[^1]: Footnote of ${at + 6}.\n`).join("\n---\n")}
`;
const hello = "#!/usr/bin/env bash\n# # Hello\n\n# ## Act\n\n# Say it.\necho hello\n";

let browser: Browser;
let talk: TalkApp;
let context: BrowserContext;
let page: Page;
const errors: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  talk = await serveTalk(deck, { "demos/hello.sh": hello, "dot.svg": dot });
});
afterAll(async () => {
  await browser.close();
  await talk.dispose();
});

async function read(path = "/read", size = { width: 1280, height: 720 }): Promise<void> {
  context ??= await signIn(talk, browser, "presenter", size);
  page = await openWindow(talk, context, path);
  page.on("pageerror", (error) => errors.push(error.message));
  await page.locator("main section .slide-body").first().waitFor();
}
async function leave(): Promise<void> {
  await context?.close();
  context = undefined as unknown as BrowserContext;
}

const section = (name: string | RegExp) => page.locator("main").getByRole("region", { name });
const contents = () => page.getByRole("navigation", { name: "Contents" });
const marked = () => contents().locator("[aria-current]").innerText();
const hash = () => new URL(page.url()).hash;
/** How far below the window's top a section begins. */
const topOf = async (name: string) =>
  await section(name).evaluate((element) => Math.round(element.getBoundingClientRect().top));

/** The same once nothing scrolls any more. */
async function standingTop(name: string): Promise<number> {
  for (let before = await topOf(name); ; ) {
    await page.waitForTimeout(150);
    const now = await topOf(name);
    if (now === before) return now;
    before = now;
  }
}

const scrolled = () => page.evaluate(() => Math.round(scrollY));

/** The section stands at the window's top, below the bar. */
async function isAt(name: string): Promise<void> {
  await expect.poll(() => topOf(name)).toSatisfy((top: number) => top > 20 && top < 80);
}

describe("the text", () => {
  beforeAll(() => read());
  afterAll(leave);

  test("has each slide as a section, with the steps of one shown whole and once", async () => {
    await expect.poll(() => page.locator("main section .slide-body").count()).toBeGreaterThan(15);
    expect(await page.locator("main").getByRole("region").count()).toBe(16);
    expect(await section("Slide 3 of 17: In steps").innerText()).toMatch(/first\s+second/);
    expect(await section(/^Slide 4 of/).count()).toBe(0);
  });

  test("has the notes of all steps in a disclosure", async () => {
    const steps = section("Slide 3 of 17: In steps");
    expect(await steps.getByText("Before the second.").isVisible()).toBe(false);
    await steps.getByText("Notes", { exact: true }).click();
    expect(await steps.getByText("Before the second.").isVisible()).toBe(true);
    expect(await steps.getByText("After the second.").isVisible()).toBe(true);
  });

  test("flows: what places a slide's content on a canvas does not place the text", async () => {
    const [body, next] = await Promise.all([
      section(/: Tools$/).boundingBox(),
      section(/: In steps$/).boundingBox(),
    ]);
    expect(next?.y).toBeCloseTo((body?.y ?? 0) + (body?.height ?? 0), 0);
    const fits = await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth);
    expect(fits).toBe(true);
  });

  test("keeps long lines of code whole and lets them scroll, by keyboard too", async () => {
    const code = section(/: Tools$/).locator("pre");
    const rows = await code.locator(".line").evaluate((line) => {
      const { lineHeight } = getComputedStyle(line);
      return line.getBoundingClientRect().height / Number.parseFloat(lineHeight);
    });
    expect(rows).toBeCloseTo(1, 1);
    expect(await code.evaluate((element) => element.scrollWidth > element.clientWidth)).toBe(true);
    await expect.poll(() => code.getAttribute("tabindex")).toBe("0");
  });

  test("a footnote is the section's own", async () => {
    await section(/: Section 9$/)
      .locator("[data-footnote-ref]")
      .click();
    await expect
      .poll(() =>
        page.getByText("Footnote of 9.").evaluate((element) => {
          const { top, bottom } = element.getBoundingClientRect();
          return top > 0 && bottom < innerHeight;
        }),
      )
      .toBe(true);
  });
});

describe("getting round", () => {
  beforeEach(() => read());
  afterEach(leave);

  test("the contents lead to a section and show where one is", async () => {
    await contents().getByRole("link", { name: "Section 9" }).click();
    await isAt("Slide 9 of 17: Section 9");
    expect(await marked()).toBe("Section 9");
    expect(hash()).toBe("#9");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toBe(
      "Slide 9 of 17: Section 9",
    );
    await page.goBack();
    await expect.poll(scrolled).toBe(0);
    await page.goForward();
    await isAt("Slide 9 of 17: Section 9");
  });

  test("scrolling moves the mark in the contents and the address, without adding to the history", async () => {
    const before = await page.evaluate(() => history.length);
    await page.mouse.move(700, 400);
    for (let count = 0; count < 6; count++) await page.mouse.wheel(0, 500);
    await expect.poll(hash).toMatch(/^#[5-9]$/);
    const isTold = () =>
      page.evaluate(() => {
        const current = document.querySelector("nav [aria-current]")?.getAttribute("href");
        return current !== "#1" && current === location.hash;
      });
    await expect.poll(isTold).toBe(true);
    expect(await page.evaluate(() => history.length)).toBe(before);
  });

  test("a link to a slide by its name leads to its section", async () => {
    await page.evaluate(() => {
      location.hash = "#10";
    });
    await isAt("Slide 10 of 17: Section 10");
    await section(/: Section 10$/)
      .getByRole("link", { name: "To the tools" })
      .click();
    await isAt("Slide 2 of 17: Tools");
    expect(hash()).toBe("#tools");
    await page.goBack();
    await isAt("Slide 10 of 17: Section 10");
  });

  test("keys: j and k by section, t to the top, from end to end", async () => {
    const visited: (string | null | undefined)[] = [];
    for (let count = 0; count < 17; count++) {
      await page.keyboard.press("j");
      visited.push(await page.evaluate(() => document.activeElement?.getAttribute("aria-label")));
    }
    expect(visited.slice(0, 3)).toEqual([
      "Slide 2 of 17: Tools",
      "Slide 3 of 17: In steps",
      "Slide 5 of 17: A demo",
    ]);
    expect(visited.at(-1)).toBe("Slide 17 of 17: Section 17");
    expect(await marked()).toBe("Section 17");
    await page.keyboard.press("k");
    await isAt("Slide 16 of 17: Section 16");
    await page.keyboard.press("t");
    await expect.poll(scrolled).toBe(0);
  });

  test("c takes the keyboard to the contents, at the place that is read", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("c");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Tools");
    await page.keyboard.press("Tab");
    await page.keyboard.press("Enter");
    await isAt("Slide 3 of 17: In steps");
  });

  test("after a jump the next Tab is in the section", async () => {
    await page.evaluate(() => {
      location.hash = "#5";
    });
    await page.keyboard.press("/");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("demo");
    await page.keyboard.press("Enter");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await page.keyboard.press("Tab");
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Run demo");
  });

  test("the search leads to the section of a step", async () => {
    await page.keyboard.press("/");
    await page.getByRole("combobox").waitFor();
    await page.keyboard.type("4");
    await page.keyboard.press("Enter");
    await isAt("Slide 3 of 17: In steps");
    expect(await marked()).toBe("In steps");
  });

  test("Present and r lead to the slide that is read", async () => {
    await page.keyboard.press("j");
    await page.keyboard.press("j");
    await expect.poll(hash).toBe("#3");
    expect(await page.getByRole("link", { name: "Present" }).getAttribute("href")).toBe("/#3");
    await page.keyboard.press("r");
    await page.locator('main.stage > .slide:not([inert])[aria-label^="Slide 3 of"]').waitFor();
  });

  test("? lists the keys, d changes the light, the first Tab skips to the text", async () => {
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    const paper = () => page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
    const light = await paper();
    await page.keyboard.press("d");
    await expect.poll(paper).not.toBe(light);
    await page.keyboard.press("d");
    await page.evaluate(() => (document.activeElement as HTMLElement | null)?.blur());
    await page.keyboard.press("Tab");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Skip to the text");
    await page.keyboard.press("Enter");
    expect(await page.evaluate(() => document.activeElement?.getAttribute("aria-label"))).toMatch(
      /^Slide 1 of/,
    );
  });
});

describe("where the reader left off", () => {
  afterEach(leave);

  test("is there at the next visit, with the beginning one press away", async () => {
    await read();
    await page.keyboard.press("j");
    for (let count = 0; count < 6; count++) await page.keyboard.press("j");
    await isAt("Slide 9 of 17: Section 9");
    await expect.poll(hash).toBe("#9");
    await page.close();
    await read();
    await isAt("Slide 9 of 17: Section 9");
    const status = () => page.getByRole("status").filter({ hasText: "left off" });
    await status().getByRole("button", { name: "Start from the beginning" }).click();
    await expect.poll(scrolled).toBe(0);
    expect(await status().count()).toBe(0);
    await expect.poll(hash).toBe("#1");
    await page.close();
    await read();
    await expect.poll(scrolled).toBe(0);
    expect(await status().count()).toBe(0);
  });

  test("does not go before an address", async () => {
    await read("/read#7");
    await isAt("Slide 7 of 17: Section 7");
    await page.keyboard.press("j");
    await expect.poll(hash).toBe("#8");
    await page.close();
    await read("/read#tools");
    await isAt("Slide 2 of 17: Tools");
    expect(await page.getByText("left off").count()).toBe(0);
  });

  test("is offered no more when one has read on", async () => {
    await read("/read#6");
    await page.keyboard.press("j");
    await expect.poll(hash).toBe("#7");
    await page.close();
    await read();
    await page.getByText("left off").waitFor();
    for (let count = 0; count < 3; count++) await page.keyboard.press("j");
    await page.getByText("left off").waitFor({ state: "detached" });
  });
});

describe("a demo", () => {
  beforeEach(() => read("/read#7"));
  afterEach(leave);

  test("opens over the text, and Back brings the text back where it was", async () => {
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, -900);
    await expect.poll(hash).toBe("#5");
    const top = await topOf("Slide 5 of 17: A demo");
    await section(/: A demo$/)
      .getByRole("button", { name: "Run demo" })
      .click();
    await page.getByRole("main", { name: "Demo: Hello" }).waitFor();
    expect(hash()).toBe("#5/hello");
    expect(await contents().evaluate((element) => element.closest("[inert]") !== null)).toBe(true);
    await page.goBack();
    await page.getByRole("main", { name: "Demo: Hello" }).waitFor({ state: "detached" });
    expect(await topOf("Slide 5 of 17: A demo")).toBe(top);
    expect(hash()).toBe("#5");
    await page.goForward();
    await page.getByRole("main", { name: "Demo: Hello" }).waitFor();
  });

  test("belongs to its slide, though another one stands at the window's top", async () => {
    await page.evaluate(() => {
      location.hash = "#3";
    });
    await isAt("Slide 3 of 17: In steps");
    await page.getByRole("button", { name: "Run demo" }).click();
    await page.getByRole("main", { name: "Demo: Hello" }).waitFor();
    expect(hash()).toBe("#5/hello");
  });

  test("that is closed leaves no entry of its own in the history", async () => {
    await page.evaluate(() => {
      location.hash = "#5";
    });
    await isAt("Slide 5 of 17: A demo");
    await page.getByRole("button", { name: "Run demo" }).click();
    await page.getByRole("main", { name: "Demo: Hello" }).waitFor();
    await page.keyboard.press("Escape");
    await page.getByRole("main", { name: "Demo: Hello" }).waitFor({ state: "detached" });
    await isAt("Slide 5 of 17: A demo");
    await page.goBack();
    await isAt("Slide 7 of 17: Section 7");
  });

  test("has an address that opens it, and the text is behind it", async () => {
    await page.goto(`${talk.app().url}/read?again#5/hello`);
    await page.getByRole("main", { name: "Demo: Hello" }).waitFor();
    await page.keyboard.press("Escape");
    await isAt("Slide 5 of 17: A demo");
    expect(hash()).toBe("#5");
  });
});

describe("a deck that is saved", () => {
  beforeEach(() => read("/read#9"));
  afterEach(async () => {
    await talk.save("deck.md", deck);
    await leave();
  });

  test("is shown as it is now, and the reader stays where they are", async () => {
    await page.mouse.move(700, 400);
    await page.mouse.wheel(0, 120);
    await expect.poll(() => topOf("Slide 9 of 17: Section 9")).toBeLessThan(-20);
    const top = await standingTop("Slide 9 of 17: Section 9");
    const more = `# New here\n\n${paragraphs(12)}\n---\n# A demo`;
    await talk.save("deck.md", deck.replace("# A demo", more).replace("To the tools", "Saved now"));
    await section("Slide 6 of 18: A demo").waitFor({ state: "attached" });
    await expect.poll(() => topOf("Slide 10 of 18: Section 9")).toBe(top);
    expect(await marked()).toBe("Section 9");
    await page.getByRole("link", { name: "Saved now" }).waitFor({ state: "attached" });
  });
});

describe("a phone", () => {
  beforeAll(() => read("/read", { width: 390, height: 844 }));
  afterAll(leave);

  test("has the contents in a drawer", async () => {
    expect(await contents().count()).toBe(0);
    await page.getByRole("button", { name: "Contents" }).click();
    const drawer = page.getByRole("dialog", { name: "Contents" });
    await drawer.getByRole("link", { name: "Section 12" }).click();
    await drawer.waitFor({ state: "detached" });
    await isAt("Slide 12 of 17: Section 12");
    await page.getByRole("button", { name: "Contents" }).click();
    expect(await marked()).toBe("Section 12");
    expect(await page.evaluate(() => document.activeElement?.textContent)).toBe("Section 12");
    await page.keyboard.press("Escape");
    await drawer.waitFor({ state: "detached" });
  });

  test("has no text beside the window", async () => {
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  });
});

describe("2650 slides", () => {
  let large: TalkApp;
  beforeAll(async () => {
    large = await serveTalk(largeDeck());
  });
  afterAll(() => large.dispose());

  test("are filled near the window alone, and each is found at once", async () => {
    const own = await signIn(large, browser, "reader", { width: 1280, height: 720 });
    const window = await openWindow(large, own, "/read#2000");
    const filled = window.locator("main section .slide-body");
    const there = window.locator("main section").filter({ has: window.locator('a[href="#2000"]') });
    await there.waitFor();
    await expect
      .poll(() => there.evaluate((element) => element.getBoundingClientRect().top))
      .toSatisfy((top: number) => top > 20 && top < 80);
    expect(await filled.count()).toBeLessThan(40);
    await window.mouse.move(700, 400);
    for (let count = 0; count < 12; count++) {
      await window.mouse.wheel(0, count < 6 ? 4000 : -9000);
      await filled.first().waitFor({ state: "attached" });
    }
    await expect.poll(async () => Number(new URL(window.url()).hash.slice(1))).toBeLessThan(1990);
    expect(await filled.count()).toBeLessThan(40);
    await own.close();
  });
});

describe("with labs", () => {
  let server: Server;
  beforeAll(async () => {
    server = await startServer(["--typing", "instant"]);
  });
  afterAll(() => server.stop());

  test("Run opens the terminal beside the text and runs the block", async () => {
    const { page: own } = await openTalk(browser, server.link);
    await own.goto(new URL("/read#15", server.link).href);
    const block = own.locator("main section", { hasText: "br-example type bridge" }).first();
    await block.getByRole("button", { name: "Run", exact: true }).last().click();
    await own.getByRole("region", { name: "Terminal: node1" }).waitFor();
    await expect.poll(() => terminalText(own), { timeout: 20_000 }).toContain("br-example type bridge");
    await expect.poll(() => block.innerText(), { timeout: 20_000 }).toMatch(/done/i);
    const [text, terminal] = await Promise.all([
      own.locator("main section").nth(14).boundingBox(),
      own.getByRole("complementary").boundingBox(),
    ]);
    expect((text?.x ?? 0) + (text?.width ?? 9999)).toBeLessThanOrEqual(terminal?.x ?? 0);
    expect(await axeViolations(own)).toEqual([]);
    await own.context().close();
  });
});

describe.each(["light", "dark"] as const)("axe, %s", (theme) => {
  test.each([
    [1280, 720],
    [390, 844],
  ])("finds nothing at %i x %i", async (width, height) => {
    await read("/read#2", { width, height });
    await page.emulateMedia({ colorScheme: theme });
    await expect.poll(() => page.locator("main section .slide-body").count()).toBeGreaterThan(15);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByText("Notes", { exact: true }).first().click();
    if (width < 600) {
      await page.keyboard.press("c");
      await page.getByRole("dialog", { name: "Contents" }).waitFor();
      expect(await axeViolations(page)).toEqual([]);
      await page.keyboard.press("Escape");
      await page.getByRole("dialog").waitFor({ state: "detached" });
    }
    await page.keyboard.press("?");
    await page.getByRole("dialog", { name: "Keys" }).waitFor();
    expect(await axeViolations(page)).toEqual([]);
    await leave();
  });
});

test("no page reported an error", () => {
  expect(errors).toEqual([]);
});
