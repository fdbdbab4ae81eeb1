/** What a browser sees of it: bytes of the first load, time to the first slide on a slow machine, click to first prompt. */
import { gzipSync } from "node:zlib";
import type { Browser, Page, Response } from "playwright-core";
import { openBrowser } from "../e2e/browser.ts";
import { startServer } from "../e2e/server.ts";
import { repeat, type Summary } from "./measure.ts";

/** Chromium compiles pages of its own behind a new tab; a person's click comes after that, in ms. */
const settleMs = 2000;
/** As if the processor were so many times slower. */
const slowDown = 4;

export interface PageTimes {
  /** Of everything loaded until the page can be used, by kind. */
  firstLoadGzipBytes: { code: number; fonts: number; total: number };
  /** Start of the navigation to the first slide painted, at 4x CPU slow-down. */
  firstSlide: Summary;
  /** Click on Run demo to the first prompt on the screen. */
  firstPrompt: Summary;
}

export async function measurePage(runs: number): Promise<PageTimes> {
  const server = await startServer(["--typing", "instant"]);
  const browser = await openBrowser();
  try {
    const context = await browser.newContext({ viewport: { width: 1280, height: 720 } });
    const page = await context.newPage();
    await page.goto(server.link);
    await page.getByRole("region", { name: /^Slide 1 / }).waitFor();
    await page.close();
    const firstLoadGzipBytes = await firstLoad(await context.newPage(), server.link);
    const firstSlide = await repeat(runs, async () => await paintTime(await context.newPage(), server.link));
    const firstPrompt = await repeat(runs, () => promptTime(browser), 1);
    return { firstLoadGzipBytes, firstSlide, firstPrompt };
  } finally {
    await close(browser);
    await server.stop();
  }
}

async function close(browser: Browser): Promise<void> {
  await browser.close();
}

async function firstLoad(page: Page, link: string): Promise<PageTimes["firstLoadGzipBytes"]> {
  const responses: Response[] = [];
  page.on("response", (response) => responses.push(response));
  await page.goto(new URL("/", link).href);
  await page.getByRole("navigation", { name: "Slides" }).waitFor({ state: "attached" });
  const loaded = [...responses];
  let code = 0;
  let fonts = 0;
  for (const response of loaded) {
    const body = await response.body();
    if (response.url().endsWith(".woff2")) fonts += body.length;
    else code += gzipSync(body).length;
  }
  await page.close();
  return { code, fonts, total: code + fonts };
}

async function paintTime(page: Page, link: string): Promise<number> {
  await page.waitForTimeout(settleMs);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Emulation.setCPUThrottlingRate", { rate: slowDown });
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  await page.goto(new URL("/", link).href);
  const time = await page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        new PerformanceObserver((list) => {
          const paint = list.getEntriesByName("first-contentful-paint")[0];
          if (paint) resolve(paint.startTime);
        }).observe({ type: "paint", buffered: true });
      }),
  );
  await page.close();
  return time;
}

/** On a server of its own each time, since only the first click has a lab to start. */
async function promptTime(browser: Browser): Promise<number> {
  const server = await startServer(["--typing", "instant"]);
  const page = await browser.newPage({ viewport: { width: 1280, height: 720 } });
  try {
    await page.goto(server.link);
    await page.getByRole("region", { name: /^Slide 1 / }).waitFor();
    await page.goto(new URL("/#12", server.link).href);
    await page.getByRole("button", { name: "Run demo" }).waitFor();
    await page.waitForTimeout(settleMs);
    return await page.evaluate(clickToPrompt);
  } finally {
    await page.close();
    await server.stop();
  }
}

/** In the page: clicks Run demo and waits, frame by frame, for the prompt in the terminal. */
function clickToPrompt(): Promise<number> {
  return new Promise((resolve) => {
    const start = performance.now();
    const look = () => {
      if (document.querySelector(".xterm-rows")?.textContent?.includes("root@node1"))
        resolve(performance.now() - start);
      else requestAnimationFrame(look);
    };
    const name = (button: Element) => button.getAttribute("aria-label") ?? button.textContent ?? "";
    [...document.querySelectorAll("button")].find((button) => /run demo/i.test(name(button)))?.click();
    look();
  });
}
