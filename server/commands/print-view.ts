/** The deck's `/print` view, opened in Chromium. */
import type { Browser, Page } from "playwright-core";
import type { App } from "../app.ts";

/** What of the deck is drawn; the names are those of client/print/options.ts. */
export interface PrintQuery {
  steps?: boolean;
  final?: boolean;
  notes?: boolean;
  dark?: boolean;
  stage?: boolean;
  from?: number;
  to?: number;
}

/** How often one looks how far the page is, in ms. */
const lookEveryMs = 250;
/** Even a sheet that takes long to draw is drawn within this; with no sheet more in that time something is wrong, in ms. */
const stuckAfterMs = 60_000;

/** Comes in with a link of the app and opens a page of this size. */
export async function openPrintView(
  browser: Browser,
  app: App,
  viewport: { width: number; height: number },
): Promise<Page> {
  const context = await browser.newContext({ viewport, reducedMotion: "reduce", colorScheme: "light" });
  await context.request.get(app.link());
  return await context.newPage();
}

/** Draws sheets and waits for the last; `drawn` hears how many are drawn so far. */
export async function drawSheets(
  page: Page,
  app: App,
  query: PrintQuery,
  drawn: (count: number) => void = () => {},
): Promise<void> {
  await page.goto(`${app.url}/print${queryText(query)}`, { waitUntil: "domcontentloaded" });
  for (let count = 0, since = Date.now(); Date.now() - since < stuckAfterMs; ) {
    const isReady = await page
      .waitForFunction(() => document.documentElement.dataset.printReady !== undefined, undefined, {
        timeout: lookEveryMs,
      })
      .then(() => true)
      .catch((error: Error) => (error.name === "TimeoutError" ? false : Promise.reject(error)));
    if (isReady) return;
    const now = Number(await page.evaluate(() => document.documentElement.dataset.printDrawn ?? 0));
    if (now !== count) since = Date.now();
    count = now;
    drawn(count);
  }
  throw new Error(`the page ${app.url}/print did not finish; open it in a browser to see why`);
}

function queryText(query: PrintQuery): string {
  const parts = Object.entries(query).flatMap(([name, value]) => {
    if (value === undefined || value === false) return [];
    return [value === true ? name : `${name}=${value}`];
  });
  return parts.length > 0 ? `?${parts.join("&")}` : "";
}
