/** Laser and pen of the speaker, seen by all who follow at the same point of the slide. */
import type { Browser, BrowserContext, Locator, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { axeViolations, openBrowser } from "./browser.ts";
import { openWindow, serveTalk, signIn, type TalkApp } from "./talk-app.ts";

const deck = "# One\n\n[to two](#2)\n---\n# Two\n---\n# Three";

let talk: TalkApp;
let browser: Browser;
let speaker: BrowserContext;
let stage: Page;
let guest: Page;
beforeAll(async () => {
  talk = await serveTalk(deck);
  browser = await openBrowser();
  speaker = await signIn(talk, browser);
  stage = await openWindow(talk, speaker);
  guest = await openWindow(talk, await signIn(talk, browser, "audience", { width: 1300, height: 500 }));
});
afterAll(async () => {
  await browser.close();
  await talk.dispose();
});
beforeEach(async () => {
  await stage.keyboard.press("Escape");
  await stage.keyboard.press("Home");
  await isAt(1);
});

const slide = (page: Page) => page.locator(".stage > .slide:not([inert])");
const dot = (page: Page) => page.locator('svg[data-on="true"] circle').last();
const strokes = (page: Page) => slide(page).locator("svg path[d^='M']");

async function isAt(number: number, pages = [stage, guest]): Promise<void> {
  for (const page of pages)
    await page.getByRole("region", { name: new RegExp(`^Slide ${number} of`) }).waitFor({ timeout: 5000 });
}

async function boxOf(locator: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  const box = await locator.boundingBox();
  if (!box) throw new Error("it is not on the screen");
  return box;
}

/** The middle of something, as fractions of the slide. */
async function placeOn(page: Page, thing: Locator): Promise<number[]> {
  const [canvas, box] = [await boxOf(slide(page)), await boxOf(thing)];
  return [
    (box.x + box.width / 2 - canvas.x) / canvas.width,
    (box.y + box.height / 2 - canvas.y) / canvas.height,
  ].map((part) => Math.round(part * 100) / 100);
}

async function moveTo(page: Page, x: number, y: number): Promise<void> {
  const { x: left, y: top, width, height } = await boxOf(slide(page));
  await page.mouse.move(left + x * width, top + y * height, { steps: 3 });
}

async function draw(page: Page, from: [number, number], to: [number, number]): Promise<void> {
  await moveTo(page, ...from);
  await page.mouse.down();
  await moveTo(page, ...to);
  await page.mouse.up();
}

describe("the laser", () => {
  test("is on all screens at the same point of the slide, and its own cursor is hidden", async () => {
    await stage.keyboard.press("l");
    await stage.getByText("Laser pointer").waitFor();
    await moveTo(stage, 0.25, 0.75);
    for (const page of [stage, guest])
      await expect.poll(() => placeOn(page, dot(page))).toEqual([0.25, 0.75]);
    const { x, y } = await boxOf(slide(stage));
    const cursor = await stage.evaluate(
      ([left, top]) => getComputedStyle(document.elementFromPoint(left + 300, top + 100) as Element).cursor,
      [x, y] as const,
    );
    expect(cursor).toBe("none");
  });

  test("goes out for all with its key, and when the mouse leaves", async () => {
    await stage.keyboard.press("l");
    await moveTo(stage, 0.5, 0.5);
    await dot(guest).waitFor({ state: "attached" });
    await stage.keyboard.press("l");
    await dot(guest).waitFor({ state: "detached" });
    await dot(stage).waitFor({ state: "detached" });
  });

  test("takes no key of the talk, and no click moves a slide or follows a link", async () => {
    await stage.keyboard.press("l");
    const link = await boxOf(stage.getByRole("link", { name: "to two" }));
    await stage.mouse.click(link.x + 5, link.y + 5);
    await isAt(1);
    await stage.keyboard.press("PageDown");
    await isAt(2);
    await stage.getByText("Laser pointer").waitFor();
  });

  test("in the presenter's view points at the same place of the room's slide", async () => {
    const view = await openWindow(talk, speaker, "/presenter");
    const current = view.getByRole("main", { name: "Current slide" }).locator(".slide");
    await current.waitFor();
    await view.keyboard.press("l");
    await view.getByText("Laser pointer").waitFor();
    const canvas = await boxOf(current);
    await view.mouse.move(canvas.x + canvas.width * 0.5, canvas.y + canvas.height * 0.25, { steps: 3 });
    for (const page of [stage, guest]) await expect.poll(() => placeOn(page, dot(page))).toEqual([0.5, 0.25]);
    await view.close();
    await dot(guest).waitFor({ state: "detached" });
  });

  test("is on the other side of the mirrored stage, where the light is", async () => {
    await stage.keyboard.press("m");
    await stage.keyboard.press("l");
    await moveTo(stage, 0.25, 0.5);
    await expect.poll(() => placeOn(stage, dot(stage))).toEqual([0.25, 0.5]);
    await expect.poll(() => placeOn(guest, dot(guest))).toEqual([0.75, 0.5]);
    await stage.keyboard.press("m");
  });
});

describe("the pen", () => {
  test("draws for all while it draws, on its slide, and for who comes later", async () => {
    await stage.keyboard.press("i");
    await stage.getByText("Drawing", { exact: true }).waitFor();
    await moveTo(stage, 0.2, 0.2);
    await stage.mouse.down();
    await moveTo(stage, 0.4, 0.4);
    await expect.poll(() => strokes(guest).count()).toBe(2);
    await moveTo(stage, 0.6, 0.2);
    await stage.mouse.up();
    for (const page of [stage, guest]) {
      await expect
        .poll(async () => {
          const [canvas, box] = [await boxOf(slide(page)), await boxOf(strokes(page).first())];
          const parts = [(box.x - canvas.x) / canvas.width, (box.x + box.width - canvas.x) / canvas.width];
          return parts.map((part) => Math.round(part * 10) / 10);
        })
        .toEqual([0.2, 0.6]);
    }
    await stage.keyboard.press("PageDown");
    await isAt(2);
    for (const page of [stage, guest]) await expect.poll(() => strokes(page).count()).toBe(0);
    const late = await openWindow(talk, speaker);
    await isAt(2, [late]);
    await stage.keyboard.press("PageUp");
    await isAt(1, [late, stage, guest]);
    for (const page of [stage, guest, late]) await expect.poll(() => strokes(page).count()).toBe(2);
    await late.close();
  });

  test("takes strokes back one by one, clears all, and has them back for a moment", async () => {
    await stage.keyboard.press("i");
    await draw(stage, [0.1, 0.8], [0.3, 0.8]);
    await draw(stage, [0.1, 0.9], [0.3, 0.9]);
    await expect.poll(() => strokes(guest).count()).toBe(6);
    await stage.keyboard.press("u");
    for (const page of [stage, guest]) await expect.poll(() => strokes(page).count()).toBe(4);
    await stage.keyboard.press("Delete");
    for (const page of [stage, guest]) await expect.poll(() => strokes(page).count()).toBe(0);
    await stage.getByRole("button", { name: "Undo" }).click();
    for (const page of [stage, guest]) await expect.poll(() => strokes(page).count()).toBe(4);
    expect(await axeViolations(stage)).toEqual([]);
    await stage.keyboard.press("Delete");
    for (const page of [stage, guest]) await expect.poll(() => strokes(page).count()).toBe(0);
  });

  test("is put away by Escape, and links are links again", async () => {
    await stage.keyboard.press("i");
    await draw(stage, [0.1, 0.8], [0.3, 0.8]);
    await stage.keyboard.press("Escape");
    await stage.getByText("Drawing", { exact: true }).waitFor({ state: "detached" });
    await stage.getByRole("link", { name: "to two" }).click();
    await isAt(2);
    await stage.keyboard.press("PageUp");
    await stage.keyboard.press("Delete");
    await expect.poll(() => strokes(guest).count()).toBe(0);
  });

  test("is a finger on a touch screen, and a swipe then turns no page", async () => {
    const context = await signIn(talk, browser);
    const tablet = await openWindow(talk, context);
    await isAt(1, [tablet]);
    await tablet.keyboard.press("i");
    await tablet.getByText("Drawing", { exact: true }).waitFor();
    const { x, y, width, height } = await boxOf(slide(tablet));
    const touch = await context.newCDPSession(tablet);
    const at = (part: number) => [{ x: x + part * width, y: y + height / 2 }];
    await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0.8) });
    for (const part of [0.6, 0.4, 0.2])
      await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(part) });
    await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
    await expect.poll(() => strokes(guest).count()).toBe(2);
    await isAt(1, [tablet, stage, guest]);
    await tablet.keyboard.press("Delete");
    await expect.poll(() => strokes(guest).count()).toBe(0);
    await context.close();
  });
});

describe("the audience", () => {
  test("has no tools", async () => {
    for (const key of ["l", "i"]) await guest.keyboard.press(key);
    expect(
      await guest
        .getByRole("status")
        .filter({ hasText: /Laser|Drawing/ })
        .count(),
    ).toBe(0);
  });

  test("on a phone, where slides reflow, sees no drawing in the wrong place", async () => {
    const phone = await openWindow(
      talk,
      await signIn(talk, browser, "audience", { width: 390, height: 844 }),
    );
    await stage.keyboard.press("i");
    await draw(stage, [0.1, 0.8], [0.3, 0.8]);
    await strokes(phone).first().waitFor({ state: "attached" });
    expect(await strokes(phone).first().isVisible()).toBe(false);
    await stage.keyboard.press("Delete");
    await phone.context().close();
  });
});
