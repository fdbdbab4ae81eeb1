/** The deck on paper, from the browser's own print dialog. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { axeViolations, openBrowser, openTalk } from "./browser.ts";
import { readPdf } from "./pdf-file.ts";
import { type Server, startServer } from "./server.ts";

const folder = mkdtempSync(join(tmpdir(), "shelldeck-print-"));
const deck =
  "# One\n\n[two](#2)\n\n```sh {1|2}\ntrue\nfalse\n```\n\n???\nSay it.\n\n---\n\n# Two\n\n- a\n\n--\n\n- b\n";
let server: Server;
let browser: Browser;
let page: Page;
let errors: string[];
beforeAll(async () => {
  writeFileSync(join(folder, "deck.md"), deck);
  server = await startServer([join(folder, "deck.md"), "--labs", "off"]);
  browser = await openBrowser();
  ({ page, errors } = await openTalk(browser, server.link));
  await open("/print");
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function open(path: string): Promise<void> {
  await page.goto(new URL(path, page.url()).href);
  await ready();
}

async function ready(): Promise<void> {
  await page.locator("html[data-print-ready]").waitFor({ state: "attached" });
}

const sheets = () => page.getByRole("article");
const bar = () => page.getByRole("banner");

test("all slides stand one after another, and a bar says how many pages they are", async () => {
  expect(await sheets().count()).toBe(3);
  expect(await bar().getByRole("status").textContent()).toBe("3 pages");
  await page.getByRole("region", { name: "Slide 1 of 3: One" }).waitFor();
  await page.getByRole("region", { name: "Slide 3 of 3: Two" }).waitFor();
});

test("switches change what is printed, and the address", async () => {
  await open("/print");
  await bar().getByLabel("Line steps").check();
  await expect.poll(() => sheets().count()).toBe(4);
  await bar().getByLabel("Last states only").check();
  await expect.poll(() => sheets().count()).toBe(3);
  expect(new URL(page.url()).search).toBe("?steps&final");
  await page.reload();
  await ready();
  expect(await sheets().count()).toBe(3);
  await bar().getByLabel("Line steps").uncheck();
  await bar().getByLabel("Last states only").uncheck();
  await bar().getByLabel("Notes").check();
  await page.getByRole("note", { name: "Notes of slide 1" }).getByText("Say it.").waitFor();
});

test("nothing is there to run, on the screen as on paper", async () => {
  await open("/print");
  expect(await sheets().getByRole("button").count()).toBe(0);
});

test("Print opens the browser's dialog, and only when all is drawn", async () => {
  await page.evaluate(() => {
    window.print = () => {
      document.title = "printing";
    };
  });
  await bar().getByRole("button", { name: "Print" }).click();
  expect(await page.title()).toBe("printing");
});

test("on paper there are the slides and nothing else, a page each", async () => {
  await open("/print");
  const { pages } = readPdf(await page.pdf({ preferCSSPageSize: true }));
  expect(pages).toHaveLength(3);
  expect(pages.map(({ text }) => text).join()).not.toContain("Laststatesonly");
  expect(pages[0]?.links).toEqual(["page 2"]);
});

test("in a dark room it is white on black, on paper as asked", async () => {
  await page.emulateMedia({ colorScheme: "dark" });
  await open("/print");
  const background = () =>
    sheets()
      .first()
      .evaluate((sheet) => getComputedStyle(sheet).backgroundColor);
  expect(await background()).toBe("rgb(255, 255, 255)");
  await bar().getByLabel("Dark").check();
  await expect.poll(background).toBe("rgb(22, 21, 20)");
});

test.each(["/print", "/print?notes&steps&dark"])(
  "%s can be used by everyone, in both themes",
  async (path) => {
    for (const colorScheme of ["light", "dark"] as const) {
      await page.emulateMedia({ colorScheme });
      await open(path);
      expect(await axeViolations(page)).toEqual([]);
    }
  },
);

test("a phone sees whole sheets", async () => {
  await page.setViewportSize({ width: 390, height: 844 });
  await open("/print");
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  expect(
    await sheets()
      .first()
      .evaluate((sheet) => sheet.getBoundingClientRect().width),
  ).toBeLessThan(390);
  await page.setViewportSize({ width: 1280, height: 720 });
});

test("the page reports no mistake", () => expect(errors).toEqual([]));
