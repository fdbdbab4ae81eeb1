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
  const small = await fontSize(page, ".slide h1");
  await page.setViewportSize({ width: 1920, height: 1080 });
  await expect.poll(async () => (await fontSize(page, ".slide h1")) / small).toBeCloseTo(1.5, 1);
  await page.context().close();
});

test("the widest code of the talk fits its slide in letters that can be read", async () => {
  const { page } = await openTalk(browser, await start());
  await page.evaluate(() => {
    location.hash = "#19";
  });
  await page.getByRole("region", { name: /^Slide 19/ }).waitFor();
  const code = page.locator(".slide pre").last();
  await expect
    .poll(() => code.evaluate((element) => element.scrollWidth - element.clientWidth))
    .toBeLessThanOrEqual(0);
  expect(await fontSize(page, ".slide .line >> nth=-1")).toBeGreaterThanOrEqual(14);
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
