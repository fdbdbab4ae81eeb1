/** Demo 1, played by clicks in Chromium, in a real lab. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser, openTalk, stepEnd, terminalText } from "./browser.ts";
import { type Server, startServer } from "./server.ts";

let server: Server;
let browser: Browser;
let page: Page;
let errors: string[];
beforeAll(async () => {
  server = await startServer(["--typing", "instant"]);
  browser = await openBrowser();
  ({ page, errors } = await openTalk(browser, server.link));
});
afterAll(async () => {
  await browser.close();
  await server.stop();
});

const next = () => page.getByRole("button", { name: "Next step" });
const terminal = () => page.getByRole("region", { name: "Terminal: node1" });

async function enterAndType(text: string): Promise<void> {
  await terminal().click();
  await page.keyboard.type(text);
  await page.keyboard.press("Enter");
}

async function shows(text: string | RegExp): Promise<void> {
  const matches =
    typeof text === "string" ? (all: string) => all.includes(text) : (all: string) => text.test(all);
  await expect.poll(async () => matches(await terminalText(page)), { timeout: 20_000 }).toBe(true);
}

describe("the demo", () => {
  test("opens from its slide by one click, with a root shell on node1", async () => {
    await page.goto(new URL("/#12", page.url()).href);
    await page.getByRole("button", { name: "Run demo" }).click();
    await terminal().waitFor();
    await shows("root@node1");
    await enterAndType("id -u; hostname; echo $((40+2))");
    await shows(/\n0\s+node1\s+42\s/);
    await page.keyboard.press("F6");
    expect(new URL(page.url()).hash).toBe("#12/demo1-linux-bridge");
  });

  test("plays every step as expected, one click each", async () => {
    const steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");
    const count = await steps.count();
    expect(count).toBeGreaterThan(20);
    for (let index = 0; index < count; index++) {
      await next().click();
      expect(await stepEnd(page, index), `step ${index + 1}`).toMatch(/\bdone\b/i);
    }
  }, 240_000);

  test("left and opened again shows the same shell with its state", async () => {
    await enterAndType("left=behind");
    await page.keyboard.press("F6");
    await page.keyboard.press("Escape");
    await page.getByRole("region", { name: /^Slide 12 of 20/ }).waitFor();
    await page.keyboard.press("PageDown");
    await page.getByRole("region", { name: /^Slide 13 of 20/ }).waitFor();
    await page.goBack();
    await page.getByRole("button", { name: "Run demo" }).click();
    await enterAndType("echo what was left: $left");
    await shows("what was left: behind");
  });

  test("shows the same shell after a reload", async () => {
    await page.reload();
    await shows("what was left: behind");
    await enterAndType("echo still $left");
    await shows("still behind");
    await page.keyboard.press("F6");
  });

  test("gets a fresh lab by Reset lab, and its steps are to be played again", async () => {
    await page.getByRole("button", { name: "Reset lab" }).first().click();
    const confirm = page
      .getByRole("dialog")
      .or(page.getByRole("alertdialog"))
      .getByRole("button", { name: /start afresh/i });
    await confirm.click();
    await expect
      .poll(async () => await terminalText(page), { timeout: 20_000 })
      .not.toContain("still behind");
    await enterAndType('ip netns | wc -l; echo "left: [$left]"');
    await shows(/\n0\s+left: \[\]/);
    await page.keyboard.press("F6");
    await next().click();
    expect(await stepEnd(page, 0)).toMatch(/\bdone\b/i);
  });

  test("reported no error on the page", () => {
    expect(errors).toEqual([]);
  });
});
