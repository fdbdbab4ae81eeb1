/** The stage as a person finds it: without script, by touch, in both themes and ratios, in windows of any size. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { openBrowser, openTalk } from "./browser.ts";
import { type Server, startServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "shelldeck-deck-"));
let browser: Browser;
let servers: Server[] = [];
beforeAll(async () => {
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await Promise.all(servers.map((server) => server.stop()));
  servers = [];
  rmSync(folder, { recursive: true });
});

async function start(...args: string[]): Promise<string> {
  const server = await startServer([...args, "--labs", "off"]);
  servers.push(server);
  return server.link;
}

async function fontSize(page: Page, selector: string): Promise<number> {
  return await page
    .locator(selector)
    .first()
    .evaluate((element) => Number.parseFloat(getComputedStyle(element).fontSize));
}

test("the first slide is in what the server sends, for a browser that runs no script", async () => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(await start());
  await page.getByRole("heading", { name: "Container Networking" }).waitFor();
  expect(await page.getByRole("region", { name: "Slide 1 of 20: Container Networking" }).count()).toBe(1);
  await context.close();
});

test("the theme that was chosen is there after a reload", async () => {
  const { page } = await openTalk(browser, await start(), { theme: "light" });
  const background = () =>
    page.evaluate(() => getComputedStyle(document.querySelector(".stage") ?? document.body).backgroundColor);
  const light = await background();
  await page.keyboard.press("d");
  await expect.poll(background).not.toBe(light);
  const dark = await background();
  await page.reload();
  await expect.poll(background).toBe(dark);
  await page.context().close();
});

test("a swipe moves on and back", async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(await start());
  await page.getByRole("navigation", { name: "Slides" }).waitFor({ state: "attached" });
  const touch = await context.newCDPSession(page);
  const swipe = async (from: number, to: number) => {
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: [{ x: from, y: 500 }] });
    for (let part = 1; part <= 5; part++) {
      const x = from + ((to - from) * part) / 5;
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: [{ x, y: 500 }] });
    }
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  };
  await swipe(330, 60);
  await page.getByRole("region", { name: /^Slide 2 of 20/ }).waitFor();
  await swipe(60, 330);
  await page.getByRole("region", { name: /^Slide 1 of 20/ }).waitFor();
  await context.close();
});

test("type grows with the window", async () => {
  const { page } = await openTalk(browser, await start());
  const small = await fontSize(page, ".slide:not([inert]) h1");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(async () => (await fontSize(page, ".slide:not([inert]) h1")) / small).toBeCloseTo(1.5, 1);
  await page.context().close();
});

test("the widest code of the talk fits its slide in letters that can be read", async () => {
  const { page } = await openTalk(browser, await start());
  await page.evaluate(() => {
    location.hash = "#19";
  });
  await page.getByRole("region", { name: /^Slide 19/ }).waitFor();
  const code = page.locator(".slide:not([inert]) pre").last();
  await expect
    .poll(() => code.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBeLessThanOrEqual(0);
  expect(await fontSize(page, ".slide:not([inert]) .line >> nth=-1")).toBeGreaterThanOrEqual(14);
  const inside = await code.evaluate((element) => {
    const slide = element.closest(".slide")?.getBoundingClientRect();
    const own = element.getBoundingClientRect();
    return slide !== undefined && own.right <= slide.right && own.bottom <= slide.bottom;
  });
  expect(inside).toBe(true);
  await page.context().close();
});

test("a deck in 4:3 is shown in 4:3", async () => {
  const path = join(folder, "classic.md");
  writeFileSync(path, "---\nratio: 4:3\n---\n# Classic\n\n---\n\n# Two\n");
  const { page } = await openTalk(browser, await start(path));
  const { width, height } = (await page.getByRole("region", { name: /^Slide 1 of 2/ }).boundingBox()) ?? {
    width: 0,
    height: 1,
  };
  expect(width / height).toBeCloseTo(4 / 3, 1);
  await page.context().close();
});

test("the number in the corner is written as the deck says, from the first paint on", async () => {
  const path = join(folder, "numbers.md");
  writeFileSync(path, '---\nslideNumberFormat: "%current% of %total%"\n---\n# One\n\n---\n\n# Two\n');
  const link = await start(path);
  const { page } = await openTalk(browser, link);
  const sent = await (await page.request.get(new URL("/", link).href)).text();
  expect(sent).toContain('<p class="slide-number">1 of 2</p>');
  await page.keyboard.press("PageDown");
  await page
    .getByRole("region", { name: "Slide 2 of 2: Two" })
    .getByText("2 of 2", { exact: true })
    .waitFor();
  await page.context().close();
});

test("a deck that wants no numbers has none", async () => {
  const path = join(folder, "no-numbers.md");
  writeFileSync(path, '---\nslideNumberFormat: ""\n---\n# One\n\n---\n\n# Two\n');
  const { page } = await openTalk(browser, await start(path));
  await page.getByRole("region", { name: "Slide 1 of 2: One" }).waitFor();
  expect(await page.locator(".slide-number").count()).toBe(0);
  await page.context().close();
});

/** Opens a deck of four slides, and keeps what is asked of the View Transitions API. */
async function openTurning(transition: string, reducedMotion: "reduce" | "no-preference"): Promise<Page> {
  const path = join(folder, `turning-${transition}.md`);
  const third = "\n---\n\ntransition: none\n\n# Three\n\n---\n\n# Four\n";
  writeFileSync(path, `---\ntransition: ${transition}\n---\n# One\n\n---\n\n# Two\n${third}`);
  const context = await browser.newContext({ reducedMotion });
  const page = await context.newPage();
  await page.addInitScript(() => {
    const turns: string[] = [];
    Object.assign(globalThis, { turns });
    const startTransition = document.startViewTransition?.bind(document);
    if (!startTransition) return;
    document.startViewTransition = (update) => {
      const { transition, direction } = document.documentElement.dataset;
      turns.push(`${transition} ${direction}`);
      return startTransition(update);
    };
  });
  await page.goto(await start(path));
  await page.getByRole("navigation", { name: "Slides" }).waitFor({ state: "attached" });
  return page;
}

const turns = (page: Page) => page.evaluate(() => (globalThis as unknown as { turns: string[] }).turns);

async function pressTo(page: Page, key: string, slide: string): Promise<void> {
  await page.keyboard.press(key);
  await page.getByRole("region", { name: new RegExp(`: ${slide}$`) }).waitFor();
  await expect.poll(() => page.evaluate(() => document.documentElement.dataset.transition)).toBeUndefined();
}

test("slides follow each other by the deck's transition, forward and back, but where a slide says otherwise", async () => {
  const page = await openTurning("slide", "no-preference");
  await pressTo(page, "PageDown", "Two");
  expect(await turns(page)).toEqual(["slide forward"]);
  await pressTo(page, "PageDown", "Three");
  await pressTo(page, "PageUp", "Two");
  expect(await turns(page)).toEqual(["slide forward"]);
  await pressTo(page, "PageUp", "One");
  expect(await turns(page)).toEqual(["slide forward", "slide back"]);
  await page.context().close();
});

test("a key that is pressed during a transition does not wait for it", async () => {
  const page = await openTurning("fade", "no-preference");
  await page.addStyleTag({ content: "::view-transition-group(*) { animation-duration: 60s !important }" });
  await page.keyboard.press("PageDown");
  await page.getByRole("region", { name: /: Two$/ }).waitFor();
  expect(await page.evaluate(() => document.documentElement.dataset.transition)).toBe("fade");
  await pressTo(page, "PageDown", "Three");
  await page.context().close();
});

test.each([
  ["the deck wants no transition", "none", "no-preference"],
  ["motion is unwelcome", "slide", "reduce"],
] as const)("nothing moves where %s", async (_, transition, reducedMotion) => {
  const page = await openTurning(transition, reducedMotion);
  await pressTo(page, "PageDown", "Two");
  await pressTo(page, "PageUp", "One");
  expect(await turns(page)).toEqual([]);
  await page.context().close();
});

test("on a phone the buttons and the number stand beside each other", async () => {
  const link = await start();
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
  });
  const page = await context.newPage();
  await page.goto(link);
  const controls = page.getByRole("navigation", { name: "Slides" });
  await controls.waitFor();
  const [buttons, number] = [
    await controls.boundingBox(),
    await page.locator(".slide-number").first().boundingBox(),
  ];
  if (!buttons || !number) throw new Error("the buttons or the number are not drawn");
  expect(buttons.x + buttons.width).toBeLessThanOrEqual(number.x);
  expect(number.x + number.width).toBeLessThanOrEqual(390);
  await context.close();
});

test("at 200 % zoom all of a slide can be read without scrolling sideways", async () => {
  const { page } = await openTalk(browser, await start(), { width: 640, height: 360 });
  for (let slide = 1; slide <= 20; slide++) {
    const body = page
      .getByRole("region", { name: new RegExp(`^Slide ${slide} of 20`) })
      .locator(".slide-body");
    await body.waitFor();
    expect(await body.evaluate((element) => element.scrollWidth - element.clientWidth)).toBeLessThanOrEqual(
      1,
    );
    await page.keyboard.press("PageDown");
  }
  await page.context().close();
});
