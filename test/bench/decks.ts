/** What a deck of a workshop's size costs: compiling, opening, going on; beside gnab/remark and reveal.js on the same deck. */
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import type { BrowserContext, Page } from "playwright-core";
import { createDeckCompiler } from "../../server/deck/index.ts";
import { openBrowser } from "../e2e/browser.ts";
import { startServer } from "../e2e/server.ts";
import { largeDeck } from "./large-deck.ts";
import { round, type Summary, summarize } from "./measure.ts";
import { serveRivals } from "./rival-pages.ts";
import { measureSaves } from "./saves.ts";

/** Presses of the key for the next slide; the first few warm the page up and do not count. */
const presses = 60;
const warmUps = 10;
/** Between presses, as of somebody who leafs through, in ms. */
const restMs = 60;

export interface DeckTimes {
  /** Start of the navigation until the first slide is painted and keys work, ms. */
  ready: number;
  /** Key to the next slide painted. */
  next: Summary;
  /** Everything loaded until then, gzip, bytes. */
  loaded: number;
}

export interface DecksTimes {
  /** From nothing, and after an edit of one slide, ms. */
  compile: { slides: number; bytes: number; cold: number; edited: Summary };
  large: InTools;
  talk: InTools;
}

interface InTools {
  /** By tool. */
  times: Record<string, DeckTimes>;
  /** A save to the edited slide on the screen, ours alone: the others have none. */
  saved: Summary;
}

export async function measureDecks(): Promise<DecksTimes> {
  const talk = await readFile("slides/container-networking.md", "utf8");
  const large = largeDeck();
  const compile = await compileTimes(large);
  return {
    compile,
    large: await inTools(large, compile.slides),
    talk: await inTools(talk, talk.match(/^---$/gm)?.length ?? 0),
  };
}

async function compileTimes(text: string): Promise<DecksTimes["compile"]> {
  const compiler = await createDeckCompiler();
  const options = { demos: new Set<string>() };
  let slides = 0;
  const time = (deck: string) => {
    const start = performance.now();
    slides = compiler.compile(deck, options).slides.length;
    return performance.now() - start;
  };
  const cold = time(text);
  const places = [...text.matchAll(/^# .*$/gm)].map(({ index }) => index);
  const edits = Array.from({ length: 12 }, (_, turn) => {
    const at = places[Math.floor(((turn + 1) / 13) * places.length)] ?? 0;
    return time(`${text.slice(0, at)}# Edit ${turn}\n\n${text.slice(at)}`);
  });
  return { slides, bytes: Buffer.byteLength(text), cold: round(cold), edited: summarize(edits) };
}

async function inTools(text: string, slides: number): Promise<InTools> {
  const folder = await mkdtemp(join(tmpdir(), "shelldeck-bench-"));
  await writeFile(join(folder, "deck.md"), text);
  const [server, { rivals, server: rivalServer }] = await Promise.all([
    startServer([join(folder, "deck.md"), "--labs", "off"]),
    serveRivals(text),
  ]);
  const browser = await openBrowser();
  try {
    const context = await browser.newContext();
    const times: Record<string, DeckTimes> = { shelldeck: await ours(context, server.link, slides) };
    for (const { name, url, shown } of rivals) {
      const page = await (await browser.newContext()).newPage();
      times[name] = await measure(page, url, shown, slides, () =>
        page
          .waitForFunction("Boolean(window.ready)")
          .then(() => page.evaluate("window.ready.then(() => {})")),
      );
    }
    const saved = await measureSaves(context, server.link, join(folder, "deck.md"), text);
    return { times, saved };
  } finally {
    await browser.close();
    rivalServer.close();
    await server.stop();
    await rm(folder, { recursive: true });
  }
}

async function ours(context: BrowserContext, link: string, slides: number): Promise<DeckTimes> {
  const page = await context.newPage();
  await page.goto(link);
  const isUsable = () => page.getByRole("navigation", { name: "Slides" }).waitFor({ state: "attached" });
  await isUsable();
  const shown = "document.querySelector('.slide:not([inert])').getAttribute('aria-label')";
  return await measure(page, new URL("/", link).href, shown, slides, isUsable);
}

async function measure(
  page: Page,
  url: string,
  shown: string,
  slides: number,
  isUsable: () => Promise<unknown>,
): Promise<DeckTimes> {
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Network.setCacheDisabled", { cacheDisabled: true });
  const bodies: Promise<Buffer>[] = [];
  page.on("response", (response) => bodies.push(response.body().catch(() => Buffer.alloc(0))));
  await page.goto(url, { waitUntil: "commit" });
  await isUsable();
  const ready = await page.evaluate<number>(
    "new Promise((done) => requestAnimationFrame(() => setTimeout(() => done(performance.now()))))",
  );
  const loaded = (await Promise.all([...bodies])).reduce((sum, body) => sum + gzipSync(body).length, 0);
  await page.waitForTimeout(1500);
  await page.evaluate(watchKeys, shown);
  for (let press = 0; press < Math.min(presses, slides - 1); press += 1) {
    await page.keyboard.press("ArrowRight");
    await page.waitForTimeout(restMs);
  }
  const times = await page.evaluate<number[]>("window.times");
  await page.close();
  return { ready: round(ready), next: summarize(times.slice(warmUps)), loaded };
}

/** In the page: from the key's own time stamp to the first frame that shows another slide. */
function watchKeys(shown: string): void {
  const times: number[] = [];
  Object.assign(window, { times });
  // biome-ignore lint/security/noGlobalEval: an expression of this bench, in a page of this bench
  const now = window.eval(`() => ${shown}`) as () => string;
  // The page's own listener may have turned the slide before this one is called.
  let before = now();
  addEventListener(
    "keydown",
    (event) => {
      const look = () =>
        requestAnimationFrame(() => {
          const isShown = now() !== before;
          before = now();
          const { port1, port2 } = new MessageChannel();
          port1.onmessage = () => (isShown ? times.push(performance.now() - event.timeStamp) : look());
          port2.postMessage(null);
        });
      look();
    },
    { capture: true },
  );
}
