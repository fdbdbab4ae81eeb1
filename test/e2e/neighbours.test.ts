/** The slides beside the current one: ready in the document, and out of everybody's way. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { openBrowser, openTalk } from "./browser.ts";
import { type Server, startServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "shelldeck-deck-"));
const servers: Server[] = [];
let browser: Browser;
let errors: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterEach(async () => {
  expect(errors).toEqual([]);
  await Promise.all(servers.splice(0).map((server) => server.stop()));
});
afterAll(async () => {
  await browser.close();
  rmSync(folder, { recursive: true });
});

/** Chunks of slides are 32 long; each of these holds a link, a block of code and its number. */
const slideText = (number: number) =>
  `# Title ${number}\n\n[Away ${number}](https://example.com/${number})\n\n\`\`\`go\nfunc f${number}() {}\n\`\`\`\n`;
const deckOf = (count: number, change: (text: string, number: number) => string = (text) => text) =>
  Array.from({ length: count }, (_, at) => change(slideText(at + 1), at + 1)).join("\n---\n\n");

async function open(deck: string): Promise<{ page: Page; path: string }> {
  const path = join(folder, `${servers.length}-${deck.length}.md`);
  writeFileSync(path, deck);
  const server = await startServer([path, "--labs", "off"]);
  servers.push(server);
  const opened = await openTalk(browser, server.link);
  errors = opened.errors;
  return { page: opened.page, path };
}

const region = (page: Page, number: number, count: number) =>
  page.getByRole("region", { name: `Slide ${number} of ${count}: Title ${number}`, exact: true });

async function goTo(page: Page, number: number, count: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${number}`);
  await region(page, number, count).waitFor();
}

const labels = (page: Page) =>
  page.locator("main > section").evaluateAll((all) => all.map((each) => each.getAttribute("aria-label")));

const around = (number: number, count: number) =>
  [number - 1, number, number + 1]
    .filter((each) => each >= 1 && each <= count)
    .map((each) => `Slide ${each} of ${count}: Title ${each}`);

test("the document holds the slide and its neighbours, and never more", async () => {
  const { page } = await open(deckOf(80));
  await page.evaluate(() => {
    const seen = { most: 0 };
    Object.assign(globalThis, { seen });
    new MutationObserver(() => {
      seen.most = Math.max(seen.most, document.querySelectorAll("main > section").length);
    }).observe(document.body, { childList: true, subtree: true });
  });
  await expect.poll(() => labels(page)).toEqual(around(1, 80));
  await goTo(page, 40, 80);
  await expect.poll(() => labels(page)).toEqual(around(40, 80));
  for (let press = 0; press < 10; press++) await page.keyboard.press("PageDown");
  await expect.poll(() => labels(page)).toEqual(around(50, 80));
  await page.keyboard.press("End");
  await expect.poll(() => labels(page)).toEqual(around(80, 80));
  expect(await page.evaluate(() => (globalThis as unknown as { seen: { most: number } }).seen.most)).toBe(3);
  await page.context().close();
});

test("Tab reaches what is on the slide, and nothing of its neighbours", async () => {
  const { page } = await open(deckOf(9));
  await goTo(page, 5, 9);
  await expect.poll(() => labels(page)).toEqual(around(5, 9));
  const reached = new Set<string>();
  for (let press = 0; press < 30; press++) {
    await page.keyboard.press("Tab");
    reached.add(
      await page.evaluate(() => {
        const own = document.activeElement;
        return `${own?.closest("section")?.getAttribute("aria-label") ?? "page"}: ${own?.textContent}`;
      }),
    );
  }
  const onSlides = [...reached].filter((each) => each.startsWith("Slide"));
  expect(onSlides.sort()).toEqual(["Slide 5 of 9: Title 5: Away 5", "Slide 5 of 9: Title 5: Copy"]);
  await page.context().close();
});

test("those who hear the page hear one slide", async () => {
  const { page } = await open(deckOf(9));
  await goTo(page, 5, 9);
  await expect.poll(() => labels(page)).toEqual(around(5, 9));
  const devtools = await page.context().newCDPSession(page);
  const { nodes } = await devtools.send("Accessibility.getFullAXTree");
  const names = nodes
    .filter((node) => !node.ignored && ["region", "heading", "link"].includes(String(node.role?.value)))
    .map((node) => String(node.name?.value));
  expect(names).toEqual(["Slide 5 of 9: Title 5", "Title 5", "Away 5"]);
  await page.context().close();
});

test("a move is announced once, by the name of the slide that came", async () => {
  const { page } = await open(deckOf(9));
  await page.evaluate(() => {
    const said: string[] = [];
    Object.assign(globalThis, { said });
    for (const status of document.querySelectorAll('[role="status"]'))
      new MutationObserver(() => said.push(status.textContent ?? "")).observe(status, {
        childList: true,
        characterData: true,
        subtree: true,
      });
  });
  await page.keyboard.press("PageDown");
  await expect.poll(() => labels(page)).toEqual(around(2, 9));
  await page.keyboard.press("PageDown");
  await expect.poll(() => labels(page)).toEqual(around(3, 9));
  expect(await page.evaluate(() => (globalThis as unknown as { said: string[] }).said)).toEqual([
    "Slide 2 of 9: Title 2",
    "Slide 3 of 9: Title 3",
  ]);
  await page.context().close();
});

test("the focus does not stay behind on the slide that left", async () => {
  const { page } = await open(deckOf(3));
  await page.getByRole("button", { name: "Copy" }).focus();
  await page.keyboard.press("PageDown");
  await region(page, 2, 3).waitFor();
  await expect.poll(() => page.evaluate(() => document.activeElement?.tagName)).toBe("BODY");
  await page.keyboard.press("Space");
  await region(page, 3, 3).waitFor();
  await page.context().close();
});

test("a slide that is not here yet leaves the last one standing, then shows its title, then itself", async () => {
  const { page } = await open(deckOf(120));
  let release = () => {};
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  await page.route("**/api/slides/**", async (route) => {
    await released;
    await route.continue();
  });
  await goTo(page, 20, 120);
  const first = await page.evaluate(() => {
    location.hash = "#100";
    return new Promise((resolve) =>
      requestAnimationFrame(() =>
        resolve(document.querySelector("main > section:not([inert])")?.getAttribute("aria-label")),
      ),
    );
  });
  expect(first).toBe("Slide 20 of 120: Title 20");
  await region(page, 100, 120).getByText("Fetching this slide").waitFor();
  expect(await region(page, 100, 120).getAttribute("aria-busy")).toBe("true");
  release();
  await region(page, 100, 120).getByRole("link", { name: "Away 100" }).waitFor();
  expect(await region(page, 100, 120).getAttribute("aria-busy")).toBeNull();
  await page.context().close();
});

test("a slide that the server could not give is asked for again", async () => {
  const { page } = await open(deckOf(120));
  let refusals = 0;
  await page.route("**/api/slides/**", async (route) => {
    if (refusals++ === 0) await route.abort();
    else await route.continue();
  });
  await goTo(page, 100, 120);
  await region(page, 100, 120).getByRole("link", { name: "Away 100" }).waitFor();
  errors = errors.filter((each) => !each.includes("ERR_FAILED"));
  await page.context().close();
});

test("a deck that was saved is drawn anew without putting the page together again", async () => {
  const { page, path } = await open(deckOf(6));
  await goTo(page, 3, 6);
  await expect.poll(() => labels(page)).toEqual(around(3, 6));
  await page.evaluate(() => {
    for (const each of document.querySelectorAll("main, main > section"))
      each.setAttribute("data-kept", "yes");
  });
  const edited = (text: string, number: number) => (number === 3 ? `${text}\nA new line.\n` : text);
  writeFileSync(path, deckOf(6, edited));
  await page.getByText("A new line.").waitFor();
  expect(
    await page.locator("main, main > section").evaluateAll((all) => all.map((each) => each.dataset.kept)),
  ).toEqual(["yes", "yes", "yes", "yes"]);
  await page.context().close();
});

test("when the deck became shorter than the place, its last slide is shown", async () => {
  const { page, path } = await open(deckOf(40));
  await goTo(page, 39, 40);
  writeFileSync(path, deckOf(4));
  await region(page, 4, 4).waitFor();
  expect(new URL(page.url()).hash).toBe("#4");
  await expect.poll(() => labels(page)).toEqual(around(4, 4));
  await page.context().close();
});
