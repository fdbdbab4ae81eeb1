/** What is saved on the speaker's disk is on every screen a moment later. */
import { truncate, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { openWindow, serveTalk, signIn, type TalkApp } from "./talk-app.ts";

const front = (lines: string) => `---\ntitle: Test\n${lines}---\n`;
/** Another one for each test: its edit takes all windows to the first slide. */
let first = "One";
const slides = (third = "Three") =>
  [`# ${first}\n\n![pixel](img/dot.svg)`, "# Two\n\n[Demo](hello)", `# ${third}`, "# Four"].join("\n---\n");
const dot = (size: number) =>
  `<svg xmlns="http://www.w3.org/2000/svg" width="${size}" height="${size}"><rect width="9" height="9"/></svg>`;
const script = (...steps: string[]) =>
  `#!/usr/bin/env bash\n# # Hello\n\n# ## Act\n\n${steps.map((step) => `# ${step}.\necho ${step}\n`).join("\n")}`;

let talk: TalkApp;
let browser: Browser;
let speaker: BrowserContext;
let stage: Page;
let guest: Page;
beforeAll(async () => {
  talk = await serveTalk(front("") + slides(), { "img/dot.svg": dot(10), "talk.css": "" });
  browser = await openBrowser();
  speaker = await signIn(talk, browser);
  stage = await openWindow(talk, speaker);
  guest = await openWindow(talk, await signIn(talk, browser, "audience"));
});
afterAll(async () => {
  await browser.close();
  await talk.dispose();
});
beforeEach(async () => {
  first = `${first}.`;
  await talk.save("deck.md", front("") + slides());
  await shows(first);
});

const heading = (page: Page) => page.locator(".stage > .slide:not([inert]) h1");

/** The slide with this heading is on the stages. */
async function shows(title: string): Promise<void> {
  for (const page of [stage, guest])
    await expect.poll(() => heading(page).innerText(), { timeout: 5000 }).toBe(title);
}

async function isAt(slide: number, pages = [stage, guest]): Promise<void> {
  for (const page of pages)
    await page.getByRole("region", { name: new RegExp(`^Slide ${slide} of`) }).waitFor({ timeout: 5000 });
}

describe("a deck that is saved", () => {
  test("is on every screen, on the edited slide, within two seconds", async () => {
    const took: number[] = [];
    for (let count = 1; count <= 7; count++) {
      const title = `Three, version ${count}`;
      const shown = [stage, guest].map((page) =>
        page.waitForFunction(
          (wanted) => document.querySelector(".stage > .slide:not([inert]) h1")?.textContent === wanted,
          title,
          { timeout: 2000 },
        ),
      );
      const start = performance.now();
      await talk.save("deck.md", front("") + slides(title));
      await Promise.all(shown);
      took.push(Math.round(performance.now() - start));
    }
    console.log(
      `saved deck on two screens after ${took.toSorted((a, b) => a - b)[3]} ms (${took.join(", ")})`,
    );
    await isAt(3);
    expect(took).toHaveLength(7);
  });

  test("by writing into the file, or by emptying it first, is shown, too", async () => {
    const path = join(talk.folder, "deck.md");
    await writeFile(path, front("") + slides("Written"));
    await shows("Written");
    await truncate(path);
    await writeFile(path, front("") + slides("Emptied first"));
    await shows("Emptied first");
  });

  test("with new notes alone shows its slide and its notes", async () => {
    const view = await openWindow(talk, speaker, "/presenter");
    await talk.save("deck.md", `${front("")}${slides()}\n\n???\nSay this, too.\n`);
    await isAt(4);
    await view.getByText("Say this, too.").waitFor({ timeout: 5000 });
    expect(await guest.content()).not.toContain("Say this, too.");
    await view.close();
  });

  test("keeps an open demo open, and what is around it on the page", async () => {
    await talk.save("demos/hello.sh", script("one"));
    await isAt(2);
    await stage.getByRole("button", { name: "Run demo" }).click();
    const demo = stage.getByRole("main", { name: "Demo: Hello" });
    await demo.evaluate((element) => {
      element.dataset.mark = "still here";
    });
    await talk.save("deck.md", front("") + slides("Three!"));
    await talk.save("demos/hello.sh", script("one", "two"));
    await expect
      .poll(() => stage.getByRole("list", { name: "Steps" }).getByRole("listitem").count())
      .toBeGreaterThan(1);
    expect(await demo.getAttribute("data-mark")).toBe("still here");
    await stage.keyboard.press("PageUp");
    await isAt(2);
    await stage.keyboard.press("PageDown");
    await shows("Three!");
  });

  test("empty for a moment tells so and comes back to where the talk was", async () => {
    await stage.keyboard.press("End");
    await isAt(4);
    await truncate(join(talk.folder, "deck.md"));
    await shows("This deck is empty");
    await talk.save("deck.md", front("") + slides());
    await shows("Four");
    await stage.keyboard.press("PageUp");
    await shows("Three");
  });

  test("shorter than the place where the talk is leads to its end", async () => {
    await stage.keyboard.press("End");
    await isAt(4);
    await talk.save("deck.md", `${front("")}# ${first}\n\n![pixel](img/dot.svg)\n---\n# Two, the last`);
    await shows("Two, the last");
  });
});

describe("a style sheet", () => {
  const colour = (page: Page) => heading(page).evaluate((each) => getComputedStyle(each).color);

  test("comes with the front matter, changes when it is saved, and goes with the front matter", async () => {
    const before = await colour(stage);
    for (const page of [stage, guest]) await page.evaluate(() => Object.assign(window, { isOld: true }));
    await talk.save("talk.css", ".slide h1 { color: rgb(1, 2, 3) }");
    await talk.save("deck.md", front("css: talk.css\n") + slides());
    for (const page of [stage, guest]) await expect.poll(() => colour(page)).toBe("rgb(1, 2, 3)");
    for (const shade of [4, 5, 6]) {
      await talk.save("talk.css", `.slide h1 { color: rgb(${shade}, 2, 3) }`);
      for (const page of [stage, guest]) await expect.poll(() => colour(page)).toBe(`rgb(${shade}, 2, 3)`);
    }
    expect(await stage.locator('link[href*="/deck/"]').count()).toBe(1);
    await talk.save("deck.md", front("") + slides());
    for (const page of [stage, guest]) await expect.poll(() => colour(page)).toBe(before);
    for (const page of [stage, guest]) expect(await page.evaluate(() => "isOld" in window)).toBe(true);
  });

  test("of another theme and another shape of the slides are taken with the deck", async () => {
    await talk.save("deck.md", front("theme: plain\nratio: '4:3'\n") + slides());
    for (const page of [stage, guest]) {
      await page.locator(':root[data-deck-theme="plain"]').waitFor({ state: "attached" });
      await page.locator('main.stage[data-ratio="4:3"]').waitFor({ state: "attached" });
    }
    await talk.save("deck.md", front("") + slides());
    for (const page of [stage, guest])
      await page.locator(':root[data-deck-theme="talk"]').waitFor({ state: "attached" });
  });
});

describe("a picture", () => {
  test("that is saved is shown anew, on slides that are drawn later, too", async () => {
    const width = (page: Page) =>
      page.locator("img[alt=pixel]").evaluate((image: HTMLImageElement) => image.naturalWidth);
    for (const page of [stage, guest]) await expect.poll(() => width(page)).toBe(10);
    await talk.save("img/dot.svg", dot(20));
    for (const page of [stage, guest]) await expect.poll(() => width(page)).toBe(20);
    await stage.keyboard.press("End");
    await isAt(4);
    await talk.save("img/dot.svg", dot(30));
    await stage.keyboard.press("Home");
    await isAt(1);
    for (const page of [stage, guest]) await expect.poll(() => width(page)).toBe(30);
  });
});

describe("a demo's script", () => {
  test("that is new makes a button of its link, and one that is gone takes it away", async () => {
    await talk.save("demos/hello.sh", script("one"));
    await stage.keyboard.press("PageDown");
    await stage.getByRole("button", { name: "Run demo" }).waitFor();
    await guest.getByRole("button", { name: "Run demo" }).waitFor();
  });
});
