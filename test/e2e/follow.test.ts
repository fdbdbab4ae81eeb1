/** Windows of one talk stay together: two of the speaker's and one of the audience's. */
import type { Browser, BrowserContext, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "./browser.ts";
import { openWindow, serveTalk, signIn, signInAgain, type TalkApp } from "./talk-app.ts";

const deck = [
  "# One",
  "# Two\n\n```sh {1|2}\nip link\nip addr\n```",
  "# Three\n\n[Demo](hello)",
  "# Four\n\nA word[^1].\n\n[^1]: Of four.",
  "# Five\n\nA word[^1].\n\n[^1]: Of five.",
].join("\n---\n");
const script = "#!/usr/bin/env bash\n# # Hello\n\n# ## Act\n\n# Say it.\necho hello\n";

let talk: TalkApp;
let browser: Browser;
let speaker: BrowserContext;
let audience: BrowserContext;
let one: Page;
let two: Page;
let guest: Page;
beforeAll(async () => {
  talk = await serveTalk(deck, { "demos/hello.sh": script });
  browser = await openBrowser();
  speaker = await signIn(talk, browser);
  audience = await signIn(talk, browser, "audience");
  one = await openWindow(talk, speaker);
  two = await openWindow(talk, speaker);
  guest = await openWindow(talk, audience);
});
afterAll(async () => {
  await browser.close();
  await talk.dispose();
});

const all = () => [one, two, guest];
const hash = (page: Page) => new URL(page.url()).hash;

async function areAt(slide: number, pages = all()): Promise<void> {
  for (const page of pages)
    await page.getByRole("region", { name: new RegExp(`^Slide ${slide} of 5`) }).waitFor({ timeout: 5000 });
}

async function isBlack(page: Page): Promise<boolean> {
  return await page.getByRole("button", { name: "Show the slide again" }).isVisible();
}

describe("a move", () => {
  test("in one window of the speaker is made in all, and one in the other, too", async () => {
    await one.keyboard.press("End");
    await areAt(5);
    await two.keyboard.press("PageUp");
    await areAt(4);
    expect(all().map(hash)).toEqual(["#4", "#4", "#4"]);
  });

  test("of the audience is its own, and it comes back with the speaker's next move", async () => {
    await guest.keyboard.press("Home");
    await areAt(1, [guest]);
    await areAt(4, [one, two]);
    await one.keyboard.press("PageUp");
    await areAt(3);
  });

  test("through the steps of code is made in all", async () => {
    await one.keyboard.press("PageUp");
    await areAt(2);
    await two.keyboard.press("Home");
    await areAt(1);
    await two.keyboard.press("PageDown");
    await two.keyboard.press("PageDown");
    await areAt(2);
    const lit = (page: Page) =>
      page.locator(".stage > .slide:not([inert]) code").evaluate((code) => code.innerHTML);
    await expect.poll(async () => (await lit(guest)) === (await lit(two))).toBe(true);
    await expect.poll(async () => (await lit(one)) === (await lit(two))).toBe(true);
  });

  test("to a footnote and back is none: address and history stay, and each slide has its own", async () => {
    await one.keyboard.press("End");
    await areAt(5);
    const before = await one.evaluate(() => history.length);
    const focused = () => one.evaluate(() => document.activeElement?.textContent ?? "");
    await one
      .getByRole("region", { name: /^Slide 5/ })
      .locator("[data-footnote-ref]")
      .click();
    await expect.poll(focused).toContain("Of five.");
    await one.keyboard.press("Tab");
    await one.keyboard.press("Enter");
    await expect.poll(focused).toBe("1");
    expect(hash(one)).toBe("#5");
    expect(await one.evaluate(() => history.length)).toBe(before);
    const ids = await one.evaluate(() => [...document.querySelectorAll("[id]")].map(({ id }) => id));
    expect(ids.length).toBe(new Set(ids).size);
    await one.keyboard.press("Home");
    await areAt(1);
  });

  test("into a demo and out of it is made in all", async () => {
    await one.keyboard.press("End");
    await areAt(5);
    await one.evaluate(() => {
      location.hash = "#3";
    });
    await areAt(3);
    await one.getByRole("button", { name: "Run demo" }).click();
    for (const page of all()) await page.getByRole("main", { name: "Demo: Hello" }).waitFor();
    expect(all().map(hash)).toEqual(["#3/hello", "#3/hello", "#3/hello"]);
    await two.keyboard.press("PageUp");
    await areAt(3);
  });

  test("of others is none of Back's", async () => {
    await one.evaluate(() => {
      location.hash = "#1";
    });
    await areAt(1);
    await one.keyboard.press("PageDown");
    await one.keyboard.press("PageDown");
    await areAt(2);
    await two.keyboard.press("End");
    await areAt(5);
    await one.goBack();
    await areAt(1);
  });
});

describe("who comes later", () => {
  test("is where the talk is, with its steps; a copy of a window takes nobody's steps back", async () => {
    await one.keyboard.press("PageDown");
    await one.keyboard.press("PageDown");
    const opening = speaker.waitForEvent("page");
    await one.keyboard.press("c");
    const copy = await opening;
    await areAt(2, [copy, guest]);
    await one.keyboard.press("PageDown");
    await areAt(3, [copy, one, two, guest]);
    await copy.close();
    const late = await openWindow(talk, audience);
    await areAt(3, [late]);
    await late.close();
  });

  test("by a link to a place takes the talk there", async () => {
    const third = await openWindow(talk, speaker, "/#5");
    await areAt(5, [third, ...all()]);
    await third.close();
  });

  test("again by a reload follows the talk", async () => {
    await guest.reload();
    await areAt(5, [guest]);
    await two.reload();
    await areAt(5, [one, two, guest]);
  });
});

describe("the other views", () => {
  test("p opens the presenter's view where the talk is, and there it leads back to the stage", async () => {
    await one.keyboard.press("Home");
    await areAt(1);
    await one.keyboard.press("PageDown");
    await one.keyboard.press("PageDown");
    const opening = speaker.waitForEvent("page");
    await one.keyboard.press("p");
    const view = await opening;
    await view.getByRole("main", { name: "Current slide" }).waitFor();
    expect([new URL(view.url()).pathname, hash(view)]).toEqual(["/presenter", "#2"]);
    await view.keyboard.press("PageDown");
    await areAt(3);
    await view.keyboard.press("p");
    await areAt(3, [view, ...all()]);
    expect(new URL(view.url()).pathname).toBe("/");
    await view.close();
  });

  test("p is nothing to the audience, and the clock is not theirs", async () => {
    const count = audience.pages().length;
    for (const key of ["p", "s", "t", "l", "i", "Delete"]) await guest.keyboard.press(key);
    await guest.keyboard.press("Home");
    await areAt(1, [guest]);
    expect(audience.pages().length).toBe(count);
    expect(await guest.getByRole("alert").count()).toBe(0);
  });

  test("r reads on where the talk is, and takes nobody along", async () => {
    const reader = await openWindow(talk, speaker);
    await areAt(3, [reader]);
    await reader.keyboard.press("r");
    await reader.waitForURL(/\/read/);
    await one.keyboard.press("End");
    await areAt(5);
    expect(hash(reader)).not.toBe("#5");
    await reader.close();
    await areAt(5);
  });
});

describe("the black screen", () => {
  test("is all screens', and any window of the speaker ends it", async () => {
    await one.keyboard.press("b");
    for (const page of all()) await expect.poll(() => isBlack(page)).toBe(true);
    await two.keyboard.press(".");
    for (const page of all()) await expect.poll(() => isBlack(page)).toBe(false);
  });

  test("is the presenter view's in words, and Escape there ends it", async () => {
    const view = await openWindow(talk, speaker, "/presenter");
    await one.keyboard.press("b");
    await view.getByText("The room's screens are black").waitFor();
    await view.keyboard.press("Escape");
    for (const page of all()) await expect.poll(() => isBlack(page)).toBe(false);
    await view.close();
  });

  test("does not come back for a moment when b is pressed again before the server has answered", async () => {
    const page = await speaker.newPage();
    const held: (() => void)[] = [];
    await page.routeWebSocket(/\/ws$/, (line) => {
      const server = line.connectToServer();
      server.onMessage((word) => {
        if (String(word).startsWith('{"type":"blackout"')) held.push(() => line.send(word));
        else line.send(word);
      });
    });
    await page.goto(talk.app().url);
    await page.getByRole("navigation", { name: "Slides" }).waitFor({ state: "attached" });
    await areAt(1, [page]);
    await page.keyboard.press("b");
    await expect.poll(() => isBlack(one)).toBe(true);
    await page.keyboard.press("b");
    await expect.poll(() => isBlack(one)).toBe(false);
    await expect.poll(() => held.length).toBeGreaterThanOrEqual(2);
    for (const release of held) {
      release();
      await page.evaluate(() => new Promise(requestAnimationFrame));
      expect(await isBlack(page)).toBe(false);
    }
    await page.close();
  });

  test("of a window of the audience is its own", async () => {
    await guest.keyboard.press("b");
    await expect.poll(() => isBlack(guest)).toBe(true);
    expect(await isBlack(one)).toBe(false);
    await guest.keyboard.press("b");
    await expect.poll(() => isBlack(guest)).toBe(false);
  });
});

describe("a server that is started anew", () => {
  test("has all windows back, at the place where they went meanwhile", async () => {
    await talk.stop();
    await one.keyboard.press("Home");
    await areAt(1, [one]);
    await talk.start();
    await signInAgain(talk, speaker, "presenter");
    await signInAgain(talk, audience, "audience");
    for (const page of all()) await page.evaluate(() => dispatchEvent(new Event("online")));
    await areAt(1);
    await two.keyboard.press("End");
    await areAt(5);
  });
});
