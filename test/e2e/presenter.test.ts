/** The presenter's view in Chromium, with the stage beside it. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { axeViolations, openBrowser, openTalk, stepEnd, terminalText } from "./browser.ts";
import { type Server, startServer } from "./server.ts";

const long = Array.from({ length: 40 }, (_, line) => `Sentence ${line + 1} of long notes.\n`).join("\n");
const deck = `---
title: A talk
duration: 20
---
# Welcome

???
Say **hello**, then see [the slides](https://example.com/).
---
duration: 2m

# Code

\`\`\`js {1|2-3|all}
one();
two();
three();
\`\`\`

???
${long}
---
# The end

\`\`\`sh
ip -br addr
\`\`\`
`;

let folder: string;
let server: Server;
let browser: Browser;
let stage: Page;
let view: Page;
let errors: string[];
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "shelldeck-presenter-"));
  const file = join(folder, "talk.md");
  await writeFile(file, deck);
  server = await startServer([file, "--labs", "off"]);
  browser = await openBrowser();
  ({ page: stage, errors } = await openTalk(browser, server.link));
  await isConnected(stage);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  await rm(folder, { recursive: true });
});

const slide = (page: Page, number: number) =>
  page.getByRole("region", { name: new RegExp(`^Slide ${number} of 3`) });
const button = (name: string | RegExp) => view.getByRole("button", { name, exact: true });
const notes = () => view.getByRole("complementary", { name: "Notes" });
const elapsed = () => view.getByRole("timer", { name: "Elapsed time" });

/** Until then a window leads alone. */
async function isConnected(page: Page): Promise<void> {
  await page.waitForFunction(() => performance.getEntriesByName(`${origin}/api/ticket`).length > 0);
}

async function areAt(number: number): Promise<void> {
  for (const page of [stage, view]) await slide(page, number).waitFor({ timeout: 5000 });
}

async function goTo(number: number): Promise<void> {
  await view.bringToFront();
  await view.keyboard.press(String(number));
  await view.keyboard.press("Enter");
  await areAt(number);
}

test("p on the stage opens it in a window of its own", async () => {
  const opened = stage.waitForEvent("popup");
  await expect.poll(async () => await stage.title()).toBe("A talk");
  await stage.keyboard.press("p");
  view = await opened;
  view.on("pageerror", (error) => errors.push(error.message));
  view.on("console", (message) => message.type() === "error" && errors.push(message.text()));
  await view.setViewportSize({ width: 1280, height: 720 });
  await view.getByRole("main", { name: "Current slide" }).waitFor();
  expect(new URL(view.url()).pathname).toBe("/presenter");
  expect(await view.title()).toBe("Presenter · A talk");
});

describe("the place", () => {
  test("is the same in both windows, whichever moves", async () => {
    await view.keyboard.press("PageDown");
    await areAt(2);
    await stage.bringToFront();
    await stage.keyboard.press("PageUp");
    await areAt(1);
    await view.bringToFront();
    await button("Next slide").click();
    await areAt(2);
    await button("Previous slide").click();
    await areAt(1);
  });

  test("shows what comes next: the slide, and before it the steps of this one", async () => {
    const next = view.getByRole("region", { name: "Next", exact: true });
    await goTo(1);
    expect(await next.innerText()).toMatch(/^Next Code/);
    await view.keyboard.press("PageDown");
    await areAt(2);
    await expect.poll(async () => await next.innerText()).toMatch(/^Next Lines 2 to 3 of 3/);
    await view.keyboard.press("PageDown");
    await expect.poll(async () => await next.innerText()).toMatch(/^Next All lines/);
    await view.keyboard.press("PageDown");
    await expect.poll(async () => await next.innerText()).toMatch(/^Next The end/);
    await view.keyboard.press("PageDown");
    await areAt(3);
    expect(await next.innerText()).toMatch(/^End/);
  });

  test("has one slide in it for assistive technology, the current one", async () => {
    await goTo(1);
    expect(await view.getByRole("region", { name: /^Slide \d/ }).count()).toBe(1);
    await goTo(2);
    for (const _ of [1, 2]) await view.keyboard.press("PageDown");
    await view.getByRole("heading", { name: "Next The end" }).waitFor();
    expect(await button("Run").count()).toBe(0);
    await view.keyboard.press("PageDown");
    await areAt(3);
    expect(await button("Run").count()).toBe(1);
  });
});

describe("the notes", () => {
  test("are rendered, and where there are none it says how they are written", async () => {
    await goTo(1);
    expect(await notes().getByRole("strong").innerText()).toBe("hello");
    expect(await notes().getByRole("link").getAttribute("target")).toBe("_blank");
    await goTo(3);
    expect(await notes().innerText()).toMatch(/No notes on this slide[\s\S]*\?\?\?/);
  });

  test("grow and shrink by keys and buttons, and are as large after a reload", async () => {
    await goTo(1);
    const size = async () =>
      Number.parseFloat(
        await notes()
          .getByText("Say")
          .evaluate((text) => getComputedStyle(text).fontSize),
      );
    const before = await size();
    await view.keyboard.press("+");
    await button("Larger notes").click();
    const larger = await size();
    expect(larger).toBeGreaterThan(before);
    await view.keyboard.press("-");
    expect(await size()).toBeLessThan(larger);
    await button("Larger notes").click();
    await view.reload();
    await notes().waitFor();
    expect(await size()).toBe(larger);
  });

  test("scroll with their own keys while they have the focus; a clicker still drives the talk", async () => {
    await goTo(2);
    const text = notes().getByRole("region", { name: "Notes on this slide" });
    await text.focus();
    await view.keyboard.press("End");
    await expect.poll(async () => await text.evaluate((each) => each.scrollTop)).toBeGreaterThan(100);
    await slide(view, 2).waitFor();
    await view.keyboard.press("PageUp");
    await areAt(1);
  });
});

describe("the clock", () => {
  /** Seconds pass while these wait. */
  const patience = { timeout: 8000 };
  const seconds = async () => {
    const [minutes = 0, rest = 0] = (await elapsed().innerText()).split(":").map(Number);
    return minutes * 60 + rest;
  };

  test("began with the first move, is stopped and started, and tells what is left", async () => {
    await button("Stop the clock").waitFor();
    await expect.poll(seconds, patience).toBeGreaterThan(0);
    await view.keyboard.press("s");
    await button("Start the clock").waitFor();
    const stood = await elapsed().innerText();
    await button("Start the clock").click();
    await expect.poll(async () => await elapsed().innerText(), patience).not.toBe(stood);
    expect(await view.getByRole("timer", { name: "Time left" }).innerText()).toMatch(/^19:/);
  });

  test("goes back to zero with t, and the old time can be had back", async () => {
    await expect.poll(seconds, patience).toBeGreaterThan(3);
    await button("Stop the clock").click();
    await button("Start the clock").waitFor();
    const old = await elapsed().innerText();
    await view.keyboard.press("t");
    await expect.poll(seconds, patience).toBe(0);
    expect(await view.getByText("The clock was at").innerText()).toContain(old);
    await button("Undo the reset").click();
    await expect.poll(async () => await elapsed().innerText(), patience).toBe(old);
  });

  test("tells the time on a slide with a pace of its own", async () => {
    await goTo(2);
    const bar = view.getByRole("banner");
    await expect.poll(async () => await bar.innerText()).toMatch(/\d:\d\d of 2:00 on this slide/);
    expect(await bar.innerText()).toMatch(/on time|ahead/i);
  });
});

describe("the room's screens", () => {
  test("go black with b, which the presenter's view says, and come back", async () => {
    await goTo(1);
    const isSeen = () =>
      stage.evaluate(
        () => document.elementFromPoint(innerWidth / 2, innerHeight / 2)?.closest(".stage") !== null,
      );
    await view.keyboard.press("b");
    await view.getByText("The room's screens are black").waitFor();
    expect(await button("Black screen").getAttribute("aria-pressed")).toBe("true");
    await expect.poll(isSeen).toBe(false);
    await slide(view, 1).waitFor();
    await button("Show the slide again").click();
    await expect.poll(isSeen).toBe(true);
    expect(await button("Black screen").getAttribute("aria-pressed")).toBe("false");
  });

  test("are brought up with w: the stage that this view was opened from", async () => {
    await view.keyboard.press("w");
    await view.getByText("The stage window is up.").waitFor();
    expect(view.context().pages()).toHaveLength(2);
  });

  test("overview, search and keys open from buttons and close with Escape", async () => {
    for (const name of ["Overview", "Search", "Keys"]) {
      await button(name).click();
      await view.getByRole("dialog").waitFor();
      await view.keyboard.press("Escape");
      await view.getByRole("dialog").waitFor({ state: "detached" });
    }
  });
});

describe("a presenter's view without a stage", () => {
  let alone: Page;
  beforeAll(async () => {
    alone = await view.context().newPage();
    await alone.goto(new URL("/presenter", server.link).href);
    await slide(alone, 1).waitFor();
  });
  afterAll(() => alone.close());

  test("opens one with w, at the talk's slide and with a hint; pressed again it finds it", async () => {
    const opened = alone.waitForEvent("popup");
    await alone.keyboard.press("w");
    const popup = await opened;
    await slide(popup, 1).waitFor();
    await popup.getByText("Press f for full screen").waitFor();
    expect(await popup.evaluate(() => window.name)).toBe("shelldeck-stage");
    await alone.getByText(/The stage window is open/).waitFor();
    await alone.keyboard.press("w");
    await alone.getByText("The stage window is up.").waitFor();
    expect(alone.context().pages()).toHaveLength(4);
    await alone.reload();
    await slide(alone, 1).waitFor();
    await alone.keyboard.press("w");
    await alone.getByText("The stage window is up.").waitFor();
    expect(alone.context().pages()).toHaveLength(4);
    await alone.keyboard.press("PageDown");
    await slide(popup, 2).waitFor();
    await alone.keyboard.press("PageUp");
    await popup.close();
  });

  test("puts it on the other screen where the browser tells of one", async () => {
    await alone.reload();
    await slide(alone, 1).waitFor();
    await alone.evaluate(() => {
      const box = { availTop: 0, availWidth: 1440, availHeight: 900, isInternal: true };
      const laptop = { ...box, availLeft: 0 };
      const projector = { ...box, availLeft: 1440, isInternal: false };
      Object.defineProperty(screen, "isExtended", { value: true });
      Object.assign(window, {
        getScreenDetails: async () => ({ screens: [laptop, projector], currentScreen: laptop }),
        open: (...asked: string[]) => {
          document.body.dataset.asked = asked.join(" ");
          return null;
        },
      });
    });
    await alone.keyboard.press("w");
    await alone.getByText(/Allow pop-ups/).waitFor();
    expect(await alone.evaluate(() => document.body.dataset.asked)).toBe(
      " shelldeck-stage popup,fullscreen,left=1440,top=0,width=1440,height=900",
    );
  });

  test("says what to do when the browser lets no window open", async () => {
    await alone.reload();
    await slide(alone, 1).waitFor();
    await alone.evaluate(() => {
      window.open = () => null;
    });
    await alone.keyboard.press("w");
    await alone.getByText(/Allow pop-ups/).waitFor();
  });

  test("becomes the stage with p", async () => {
    await alone.keyboard.press("p");
    await alone.waitForURL((url) => url.pathname === "/");
    await slide(alone, 1).waitFor();
  });
});

describe("panes", () => {
  test("are sized by keys, and as they were after a reload", async () => {
    const handle = () => view.getByRole("separator", { name: "Size of the current slide" });
    const width = async () => (await view.getByRole("main").boundingBox())?.width ?? 0;
    const before = await width();
    await handle().focus();
    await view.keyboard.press("ArrowLeft");
    await view.keyboard.press("ArrowLeft");
    const narrower = await width();
    expect(narrower).toBeLessThan(before);
    await view.reload();
    await handle().waitFor();
    expect(await width()).toBe(narrower);
  });
});

const sizes = [
  { name: "a laptop", width: 1280, height: 720 },
  { name: "a large screen", width: 1920, height: 1080 },
  { name: "a phone", width: 390, height: 844 },
  { name: "a phone held sideways", width: 844, height: 390 },
  { name: "a laptop at 200 %", width: 640, height: 360 },
];

describe.each(sizes)("on $name", ({ width, height }) => {
  test("next, back, notes and clock are in sight, and nothing is wider than the window", async () => {
    await view.setViewportSize({ width, height });
    await goTo(1);
    for (const part of [button("Next slide"), button("Previous slide"), notes(), elapsed()]) {
      const box = await part.boundingBox();
      expect(box).not.toBeNull();
      expect((box?.x ?? 0) + (box?.width ?? 0)).toBeLessThanOrEqual(width);
      expect(box?.y ?? height).toBeLessThan(height - 20);
    }
    expect(await view.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
    await button("Next slide").click();
    await areAt(2);
  });

  test.each(["light", "dark"] as const)("axe finds nothing in the %s theme", async (colorScheme) => {
    await view.emulateMedia({ colorScheme });
    for (const number of [1, 2, 3]) {
      await goTo(number);
      expect(await axeViolations(view), `slide ${number}`).toEqual([]);
    }
    await view.keyboard.press("b");
    await view.keyboard.press("w");
    await button("Dismiss").waitFor();
    await view.bringToFront();
    expect(await axeViolations(view), "black, and a message").toEqual([]);
    await button("Dismiss").click();
    await view.keyboard.press("b");
  });
});

test("on a phone a finger takes laser and pen from the buttons, takes a stroke back, and puts the pen away", async () => {
  const context = await browser.newContext({
    viewport: { width: 390, height: 844 },
    hasTouch: true,
    isMobile: true,
    storageState: await view.context().storageState(),
  });
  const page = await context.newPage();
  await page.goto(new URL("/#1", view.url()).href);
  const opened = context.waitForEvent("page");
  await page.getByRole("button", { name: "Presenter view" }).tap();
  const phone = await opened;
  const tool = (name: string) => phone.getByRole("button", { name, exact: true });
  await tool("Laser").tap();
  await phone.getByText("Laser pointer", { exact: true }).waitFor();
  await tool("Draw").tap();
  await phone.getByText("Laser pointer", { exact: true }).waitFor({ state: "detached" });
  const box = await phone.getByRole("main", { name: "Current slide" }).boundingBox();
  if (!box) throw new Error("the slide is not drawn");
  const touch = await context.newCDPSession(phone);
  const at = (part: number) => [{ x: box.x + part * box.width, y: box.y + box.height / 2 }];
  const strokes = phone.locator("main svg path[d^='M']");
  await touch.send("Input.dispatchTouchEvent", { type: "touchStart", touchPoints: at(0.3) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchMove", touchPoints: at(0.6) });
  await touch.send("Input.dispatchTouchEvent", { type: "touchEnd", touchPoints: [] });
  await expect.poll(() => strokes.count(), { message: "a stroke and its halo" }).toBe(2);
  await tool("Take back").tap();
  await expect.poll(() => strokes.count()).toBe(0);
  await tool("End drawing").tap();
  await expect.poll(() => tool("Draw").getAttribute("aria-pressed")).toBe("false");
  const [first, last] = [await tool("Black screen").boundingBox(), await tool("Search").boundingBox()];
  expect(last?.y, "the tools are one row").toBe(first?.y);
  await context.close();
});

describe("with labs", () => {
  let lab: Server;
  let room: Page;
  let speaker: Page;
  let labErrors: string[];
  beforeAll(async () => {
    lab = await startServer(["--typing", "instant"]);
    ({ page: room, errors: labErrors } = await openTalk(browser, lab.link));
    speaker = await room.context().newPage();
    await speaker.goto(new URL("/presenter#7", lab.link).href);
    await speaker.getByRole("region", { name: /^Slide 7 of 20/ }).waitFor();
    await room.getByRole("region", { name: /^Slide 7 of 20/ }).waitFor();
  });
  afterAll(async () => {
    await room.context().close();
    await lab.stop();
  });

  const bothShow = async (text: string) => {
    for (const page of [speaker, room])
      await expect.poll(async () => await terminalText(page), { timeout: 20_000 }).toContain(text);
  };

  test("a block that is run in the presenter's view is seen in the room", async () => {
    await speaker.getByRole("button", { name: "Run", exact: true }).click();
    await bothShow("ip netns add example");
  });

  test("a demo is opened and played from it, its next step is told, and its terminal takes keys there", async () => {
    await speaker.keyboard.press("1");
    await speaker.keyboard.press("2");
    await speaker.keyboard.press("Enter");
    await speaker
      .getByRole("main", { name: "Current slide" })
      .getByRole("button", { name: "Run demo" })
      .click();
    await room.getByRole("main", { name: /^Demo: / }).waitFor();
    const next = speaker.getByRole("region", { name: "Next", exact: true });
    await expect.poll(async () => await next.innerText()).toMatch(/^Next step 1 of \d+/);
    await expect.poll(async () => await speaker.getByText("lab ready").count(), { timeout: 20_000 }).toBe(1);
    await speaker.getByRole("button", { name: "Play the next step" }).click();
    expect(await stepEnd(room, 0)).toMatch(/\bdone\b/i);
    await expect.poll(async () => await next.innerText()).toMatch(/^Next step 2 of \d+/);
    const terminal = speaker.getByRole("region", { name: "Terminal: node1" });
    const takeKeys = terminal.getByRole("button", { name: "Type here" });
    if (await takeKeys.isVisible()) await takeKeys.click();
    await expect.poll(async () => await terminal.innerText()).toContain("Click it or press Enter");
    await terminal.click();
    await speaker.keyboard.type("echo $((40+2)) from the speaker");
    await speaker.keyboard.press("Enter");
    await bothShow("42 from the speaker");
    await speaker.keyboard.press("F6");
    await speaker.getByRole("button", { name: "Back to slides" }).last().click();
    await room.getByRole("region", { name: /^Slide 12 of 20/ }).waitFor();
    expect(labErrors).toEqual([]);
  });
});

test("no window reported an error", () => {
  expect(errors).toEqual([]);
});
