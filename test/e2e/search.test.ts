/** The search in Chromium: words, numbers and names lead to slides without a hand leaving the keyboard. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { axeViolations, openBrowser } from "./browser.ts";
import { openWindow, serveTalk, signIn, type TalkApp } from "./talk-app.ts";

const deck = `---
title: Test
---
# Containers from scratch

---
# Bridge devices

A bridge is like a virtual switch.

???
Mention spanning tree only when somebody asks.

---
name: cables
# Veth pairs

One end goes into a bridge, the other into a namespace. Größe spielt keine Rolle.

---
# Routing

The kernel forwards what is not for this host.

--

It asks the **bridge**, too.

---
# The end
`;

let browser: Browser;
let talk: TalkApp;
let page: Page;
const errors: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  talk = await serveTalk(deck);
  page = await openWindow(talk, await signIn(talk, browser, "presenter", { width: 1280, height: 720 }));
  page.on("pageerror", (error) => errors.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await talk.dispose();
});

const dialog = (on = page) => on.getByRole("dialog", { name: "Search" });
const field = (on = page) => dialog(on).getByRole("combobox", { name: "Search the slides" });
const hits = (on = page) => dialog(on).getByRole("option");
const status = (on = page) => dialog(on).getByRole("status");
const chosen = () => dialog().getByRole("option", { selected: true });

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** On the stage at this slide, with nothing over it. */
async function isAt(slide: number, on = page): Promise<void> {
  await dialog(on).waitFor({ state: "detached" });
  await on.locator(`main.stage > .slide:not([inert])[aria-label^="Slide ${slide} of "]`).waitFor();
}

beforeEach(async () => {
  await page.keyboard.press("Escape");
  await page.evaluate(() => {
    location.hash = "#1";
  });
  await isAt(1);
});

test.each(["/", "g"])("%s opens it with the focus in its field", async (key) => {
  await press(key);
  await field().waitFor();
  expect(await field().inputValue()).toBe("");
  await page.keyboard.type("veth");
  expect(await field().inputValue()).toBe("veth");
  await press("Enter");
  await isAt(3);
  await press("ArrowRight");
  await isAt(4);
});

test("words lead to titles before texts, with what was found marked", async () => {
  await press("/");
  await page.keyboard.type("bridge");
  await expect.poll(() => status().innerText()).toBe("3 slides found.");
  expect(await hits().nth(0).innerText()).toContain("Bridge devices");
  expect(await hits().nth(1).innerText()).toContain("Veth pairs");
  expect(await hits().nth(2).innerText()).toContain("Routing");
  expect(await hits().nth(1).locator("mark").allInnerTexts()).toEqual(["bridge"]);
});

test("arrow keys choose, and the field tells which hit it is", async () => {
  await press("/");
  await page.keyboard.type("bridge");
  await expect.poll(() => hits().count()).toBe(3);
  for (const [key, title] of [
    ["ArrowDown", "Veth pairs"],
    ["ArrowDown", "Routing"],
    ["ArrowDown", "Bridge devices"],
    ["ArrowUp", "Routing"],
  ] as const) {
    await press(key);
    expect(await chosen().innerText()).toContain(title);
    expect(await field().getAttribute("aria-activedescendant")).toBe(await chosen().getAttribute("id"));
  }
  await press("Enter");
  await isAt(5);
});

test.each([
  ["4", "Go to slide 4: Routing", 4],
  ["#cables", "Go to #cables: Veth pairs", 3],
  ["cables", "Go to #cables: Veth pairs", 3],
])("%s leads first to its slide", async (query, text, slide) => {
  await press("/");
  await page.keyboard.type(query);
  await expect.poll(() => chosen().innerText()).toContain(text);
  await press("Enter");
  await isAt(slide);
});

test("case and diacritics do not matter", async () => {
  await press("/");
  await page.keyboard.type("GROSSE");
  await expect.poll(() => hits().locator("mark").allInnerTexts()).toEqual(["Größe"]);
});

test("a click goes there, Escape stays", async () => {
  await press("/");
  await page.keyboard.type("bridge");
  await hits().nth(1).click();
  await isAt(3);
  await press("/");
  await page.keyboard.type("end");
  await press("Escape");
  await isAt(3);
});

test("keys of the deck are letters in the field", async () => {
  await press("/");
  await field().waitFor();
  await page.keyboard.type("b o?. 1/");
  expect(await field().inputValue()).toBe("b o?. 1/");
  expect(await page.getByRole("dialog").count()).toBe(1);
});

describe("notes", () => {
  test("are found for the presenter, and said to be notes", async () => {
    await press("/");
    await page.keyboard.type("spanning tree");
    await expect.poll(() => hits().allInnerTexts()).toHaveLength(1);
    expect(await hits().first().innerText()).toMatch(/Bridge devices\s+notes\s*Mention spanning tree/);
  });

  test("are not there for the audience, and a search says what it looked through", async () => {
    const context = await signIn(talk, browser, "audience");
    const window = await openWindow(talk, context);
    await window.keyboard.press("/");
    await field(window).waitFor();
    await window.keyboard.type("spanning tree");
    await expect
      .poll(() => status(window).innerText())
      .toBe("Nothing found for “spanning tree” in numbers, names, titles and text of 6 slides.");
    await context.close();
  });
});

test("the texts are fetched once for a deck, and again when it was saved", async () => {
  const context = await signIn(talk, browser, "presenter");
  const window = await openWindow(talk, context);
  let fetched = 0;
  window.on("request", (request) => {
    if (request.url().endsWith("/api/texts")) fetched += 1;
  });
  const search = async (query: string, said: string) => {
    await window.keyboard.press("/");
    await field(window).waitFor();
    await window.keyboard.type(query);
    await expect.poll(() => status(window).innerText()).toBe(said);
    await window.keyboard.press("Escape");
    await dialog(window).waitFor({ state: "detached" });
  };
  await search("switch", "1 slide found.");
  await search("kernel", "1 slide found.");
  expect(fetched).toBe(1);
  await talk.save("deck.md", deck.replace("virtual switch", "patch panel"));
  await window.waitForFunction(
    () => document.querySelector("main.stage > .slide:not([inert]) h1")?.textContent === "Bridge devices",
  );
  await search("patch panel", "1 slide found.");
  await search("switch", "Nothing found for “switch” in numbers, names, titles, text and notes of 6 slides.");
  expect(fetched).toBe(2);
  await talk.save("deck.md", deck);
  await context.close();
});

test("while the texts are on their way titles are found, and it says so", async () => {
  const context = await signIn(talk, browser, "presenter");
  const window = await openWindow(talk, context);
  let answer = () => {};
  const held = new Promise<void>((resolve) => {
    answer = resolve;
  });
  await window.route("**/api/texts", async (route) => {
    await held;
    await route.continue();
  });
  await window.keyboard.press("/");
  await field(window).waitFor();
  await window.keyboard.type("bridge");
  await expect.poll(() => status(window).innerText()).toBe("1 slide found. The text is being fetched…");
  answer();
  await expect.poll(() => status(window).innerText()).toBe("3 slides found.");
  await context.close();
});

describe.each(["light", "dark"] as const)("axe, %s", (theme) => {
  test.each([
    [1280, 720],
    [390, 844],
  ])("finds nothing at %i x %i, before, with and without hits", async (width, height) => {
    const context = await signIn(talk, browser, "presenter", { width, height });
    const window = await openWindow(talk, context);
    await window.emulateMedia({ colorScheme: theme });
    await window.keyboard.press("/");
    await field(window).waitFor();
    expect(await axeViolations(window)).toEqual([]);
    await window.keyboard.type("bridge");
    await expect.poll(() => hits(window).count()).toBe(3);
    expect(await axeViolations(window)).toEqual([]);
    const box = await dialog(window).boundingBox();
    expect((box?.x ?? -1) >= 0 && (box?.x ?? 0) + (box?.width ?? 9999) <= width).toBe(true);
    expect((box?.y ?? 0) + (box?.height ?? 9999)).toBeLessThanOrEqual(height);
    await window.keyboard.type(" nowhere");
    await expect.poll(() => hits(window).count()).toBe(0);
    expect(await axeViolations(window)).toEqual([]);
    await context.close();
  });
});

test("no page reported an error", () => {
  expect(errors).toEqual([]);
});
