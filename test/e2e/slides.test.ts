/** The talk's slides in Chromium: moving, addresses, blocks that run. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, openBrowser, openTalk, terminalText } from "./browser.ts";
import { type Server, startServer } from "./server.ts";
import { openWindow, serveTalk, signIn } from "./talk-app.ts";

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

async function isAt(slide: number): Promise<void> {
  await page.getByRole("region", { name: new RegExp(`^Slide ${slide} of 20`) }).waitFor({ timeout: 5000 });
}

async function goTo(slide: number): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${slide}`);
  await isAt(slide);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

describe("moving", () => {
  test.each([
    [["PageDown"], 11],
    [["ArrowRight"], 11],
    [["ArrowDown"], 11],
    [["Space"], 11],
    [["j"], 11],
    [["PageUp"], 9],
    [["ArrowLeft"], 9],
    [["ArrowUp"], 9],
    [["Shift+Space"], 9],
    [["k"], 9],
    [["Home"], 1],
    [["End"], 20],
    [["1", "7", "Enter"], 17],
  ])("from slide 10 by %j leads to slide %i", async (keys, slide) => {
    await goTo(10);
    await press(...keys);
    await isAt(slide);
    expect(new URL(page.url()).hash).toBe(`#${slide}`);
  });

  test("Back and reload keep the address", async () => {
    await goTo(3);
    await press("PageDown", "PageDown");
    await isAt(5);
    await page.goBack();
    await isAt(4);
    await page.reload();
    await isAt(4);
    await page.goForward();
    await isAt(5);
  });

  test("help opens with ? and closes with Escape; b blacks the stage out and brings it back", async () => {
    await goTo(2);
    await press("?");
    await page.getByRole("dialog").waitFor();
    await press("Escape");
    await page.getByRole("dialog").waitFor({ state: "detached" });
    await press("b");
    await expect.poll(async () => await isSlideSeen(page)).toBe(false);
    await press("b");
    await isAt(2);
  });
});

describe("a page that has only just come", () => {
  /** What the server says to the page, word by word. */
  const heard: string[] = [];
  beforeAll(() => {
    page.on("websocket", (line) =>
      line.on("framereceived", ({ payload }) => {
        if (typeof payload === "string") heard.push((JSON.parse(payload) as { type: string }).type);
      }),
    );
  });
  const hears = (word: string) => expect.poll(() => heard).toContain(word);
  const comeAnew = async () => {
    heard.length = 0;
    await page.reload();
  };

  test("stays where it was moved to before it knew of the talk, ten times", async () => {
    for (let slide = 2; slide < 12; slide += 1) {
      await goTo(slide);
      await comeAnew();
      await isAt(slide);
      await press("PageDown");
      await hears("place");
      await isAt(slide + 1);
    }
  });

  test("is black after b and shows its slide after the next, ten times", async () => {
    await goTo(2);
    for (let time = 0; time < 10; time += 1) {
      await comeAnew();
      await isAt(2);
      await press("b", "b");
      await hears("welcome");
      expect(await isSlideSeen(page)).toBe(true);
      await press("b");
      await hears("blackout");
      expect(await isSlideSeen(page)).toBe(false);
      await press("b");
      await isAt(2);
    }
  });
});

/** Whether a person sees the slide: nothing covers its middle. */
async function isSlideSeen(at: Page): Promise<boolean> {
  return await at.evaluate(() => {
    const top = document.elementFromPoint(innerWidth / 2, innerHeight / 2);
    return top?.closest(".slide") !== null || top?.closest(".stage") !== null;
  });
}

describe("a block on a slide", () => {
  const drawer = () => page.getByRole("region", { name: "Terminal: node1" });
  const run = (index = 0) => page.getByRole("button", { name: "Run", exact: true }).nth(index);
  const shows = (text: string | RegExp) =>
    expect.poll(async () => await terminalText(page), { timeout: 20_000 }).toMatch(text);

  test("makes a bridge after its placeholder is filled in, and another slide's block sees it", async () => {
    await goTo(15);
    await run(0).click();
    await page.getByRole("textbox", { name: /bridge_device/ }).fill("br-filled");
    await page.keyboard.press("Enter");
    await drawer().waitFor();
    await shows("type bridge");
    await run(1).click();
    await shows("br-example");
    await goTo(17);
    await run(0).click();
    await shows(/br-filled:[\s\S]*br-example:/);
  });

  test("that shows a session runs its prompt lines only", async () => {
    await goTo(19);
    await run(0).click();
    await shows("peer name right");
    await run(1).click();
    await shows(/right@left/);
    expect(await terminalText(page)).not.toContain("2a:c7:81:f1:41:2a");
  });

  test.each([7, 8, 9, 15, 16, 17, 19])("on slide %i can be run", async (slide) => {
    await goTo(slide);
    await run().waitFor();
    expect(await run().isEnabled()).toBe(true);
  });
});

test("a demo that is not written yet says so on its slide", async () => {
  const talk = await serveTalk("# Soon\n\n[Demo 9](demo9-not-yet)\n");
  const window = await openWindow(talk, await signIn(talk, browser));
  const slide = window.getByRole("region", { name: "Slide 1 of 1: Soon" });
  expect(await slide.innerText()).toMatch(/not there yet/);
  expect(await slide.getByRole("button", { name: "Run demo" }).count()).toBe(0);
  await window.context().close();
  await talk.dispose();
});

describe.each(["light", "dark"] as const)("axe, %s", (theme) => {
  test("finds nothing on any slide", async () => {
    const { page: own } = await openTalk(browser, await freshLink(), { theme });
    const found: string[] = [];
    for (let slide = 1; slide <= 20; slide++) {
      await own.getByRole("region", { name: new RegExp(`^Slide ${slide} of 20`) }).waitFor();
      found.push(...(await axeViolations(own)).map((each) => `slide ${slide}: ${each}`));
      await own.keyboard.press("PageDown");
    }
    expect(found).toEqual([]);
    await own.context().close();
  });

  test("finds nothing in the demo view", async () => {
    const { page: own } = await openTalk(browser, await freshLink(), { theme });
    await own.goto(new URL("/#12/demo1-linux-bridge", own.url()).href);
    await own.getByRole("region", { name: "Terminal: node1" }).waitFor();
    await expect.poll(async () => await terminalText(own), { timeout: 20_000 }).toContain("root@node1");
    expect(await axeViolations(own)).toEqual([]);
    await own.context().close();
  });
});

test("no page reported an error", () => {
  expect(errors).toEqual([]);
});

/** Another browser's way in: the server's links work once, so each theme starts a server's worth of its own. */
async function freshLink(): Promise<string> {
  const other = await startServer(["--typing", "instant"]);
  others.push(other);
  return other.link;
}
const others: Server[] = [];
afterAll(() => Promise.all(others.map((other) => other.stop())));
