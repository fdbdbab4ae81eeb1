/** A demo on two nodes, and a lab that ends for want of use, in Chromium and real labs. */
import { cp, mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, openBrowser, openTalk, stepEnd } from "./browser.ts";
import { type Server, startServer } from "./server.ts";

const demo = `#!/usr/bin/env bash
# # Two machines
#: lab nodes=node1,node2

# ## Who is who
#
# On the first.
#: expect /node1/
hostname

# And on the second.
#: node node2
#: expect /node2/
hostname

# The first again.
#: expect /10.0.0.12/
ping -c1 -W1 node2-pvt
`;

let folder: string;
let browser: Browser;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shelldeck-lab-life-"));
  await mkdir(join(folder, "slides"));
  await mkdir(join(folder, "demos"));
  await writeFile(join(folder, "demos/two-machines.sh"), demo);
  await cp("demos/demo3-overlay.sh", join(folder, "demos/demo3-overlay.sh"));
  const deck = "# Two\n\n[Demo](two-machines)\n\n---\n\n# Overlay\n\n[Demo 3](demo3-overlay)\n";
  await writeFile(join(folder, "slides/deck.md"), deck);
  browser = await openBrowser();
});
afterAll(async () => {
  await browser.close();
  await rm(folder, { recursive: true });
});

const terminal = (page: Page, node: string) => page.getByRole("region", { name: `Terminal: ${node}` });
const next = (page: Page) => page.getByRole("button", { name: "Next step" });
const tab = (page: Page, node: string) =>
  page.getByRole("group", { name: "Terminal on" }).getByRole("button", { name: node });

async function shows(page: Page, node: string, text: string): Promise<void> {
  await expect
    .poll(() => terminal(page, node).locator(".xterm-rows").innerText(), { timeout: 20_000 })
    .toContain(text);
}

async function openDemo(page: Page): Promise<void> {
  await page.getByRole("button", { name: "Run demo" }).click();
  await terminal(page, "node1").waitFor();
  await shows(page, "node1", "root@node1");
}

describe("a demo on two nodes", () => {
  let server: Server;
  let page: Page;
  beforeAll(async () => {
    server = await startServer([join(folder, "slides/deck.md"), "--typing", "instant"]);
    ({ page } = await openTalk(browser, server.link));
  });
  afterAll(() => server.stop());

  test("brings the terminal of each step's node into sight", async () => {
    await openDemo(page);
    expect(await tab(page, "node1").getAttribute("aria-pressed")).toBe("true");
    await next(page).click();
    expect(await stepEnd(page, 0)).toMatch(/\bdone\b/i);
    await terminal(page, "node2").waitFor();
    await next(page).click();
    expect(await stepEnd(page, 1)).toMatch(/\bdone\b/i);
    await terminal(page, "node1").waitFor();
    await next(page).click();
    expect(await stepEnd(page, 2)).toMatch(/\bdone\b/i);
    expect(await axeViolations(page)).toEqual([]);
  });

  test("shows the other terminal to whoever asks, with what is on it", async () => {
    await tab(page, "node2").click();
    await shows(page, "node2", "root@node2");
    await terminal(page, "node2").click();
    await page.keyboard.type("echo $((40+2)) on $(hostname)\n");
    await shows(page, "node2", "42 on node2");
    await page.keyboard.press("F6");
    await tab(page, "node1").click();
    await shows(page, "node1", "bytes from");
    await page.keyboard.press("Escape");
  });

  test("carries Demo 3 from its first step to its last", async () => {
    await page.goto(new URL("/#2", page.url()).href);
    await openDemo(page);
    const steps = page.getByRole("list", { name: "Steps" }).getByRole("listitem");
    await expect.poll(() => steps.count()).toBeGreaterThan(8);
    const count = await steps.count();
    for (let index = 0; index < count; index++) {
      await next(page).click();
      expect(await stepEnd(page, index), `step ${index + 1}`).toMatch(/\bdone\b/i);
    }
  }, 240_000);
});

describe("a lab that nobody uses", () => {
  let server: Server;
  let page: Page;
  beforeAll(async () => {
    const limits = ["--limits", "presenter-idle=9s,warning=7s"];
    server = await startServer([join(folder, "slides/deck.md"), "--typing", "instant", ...limits]);
    ({ page } = await openTalk(browser, server.link));
  });
  afterAll(() => server.stop());

  const warning = () => page.getByRole("alert").filter({ hasText: "This lab ends in" });

  test("counts down, and goes on when it is extended", async () => {
    await openDemo(page);
    await warning().waitFor({ timeout: 15_000 });
    expect(await warning().innerText()).toMatch(/0:0\d/);
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Extend" }).click();
    await warning().waitFor({ state: "detached" });
    await shows(page, "node1", "root@node1");
  });

  test("ends with a word on why, and one press gives a fresh one", async () => {
    await warning().waitFor({ timeout: 15_000 });
    await page.getByRole("button", { name: "Start a fresh lab" }).waitFor({ timeout: 20_000 });
    expect(await axeViolations(page)).toEqual([]);
    await page.getByRole("button", { name: "Start a fresh lab" }).click();
    await shows(page, "node1", "root@node1");
    await next(page).click();
    expect(await stepEnd(page, 0)).toMatch(/\bdone\b/i);
  });
});
