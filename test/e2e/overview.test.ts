/** The overview in Chromium: a grid of all slides that the keyboard, a mouse and a finger get round in. */
import type { Browser, Page } from "playwright-core";
import { afterAll, beforeAll, beforeEach, describe, expect, test } from "vitest";
import { largeDeck } from "../bench/large-deck.ts";
import { axeViolations, openBrowser } from "./browser.ts";
import { openWindow, serveTalk, signIn, type TalkApp } from "./talk-app.ts";

const front = "---\ntitle: Test\n---\n";
/** 24 slides; slide 3 is shown in three steps, which are slides 3, 4 and 5; slide 2 has something to press. */
const deck = `${front}# Slide one

---
# Slide two

[Demo](hello) and [a link](https://example.com/)

\`\`\`sh
echo run me
\`\`\`

---
# In steps

- first

--
- second

--
- third

---
${Array.from({ length: 19 }, (_, at) => `# Slide ${at + 6}\n\nText of ${at + 6}`).join("\n\n---\n")}
`;
const hello = "#!/usr/bin/env bash\n# # Hello\n\n# ## Act\n\n# Say it.\necho hello\n";

let browser: Browser;
let talk: TalkApp;
let page: Page;
const errors: string[] = [];
beforeAll(async () => {
  browser = await openBrowser();
  talk = await serveTalk(deck, { "demos/hello.sh": hello });
  page = await openWindow(talk, await signIn(talk, browser, "presenter", { width: 1280, height: 720 }));
  page.on("pageerror", (error) => errors.push(error.message));
});
afterAll(async () => {
  await browser.close();
  await talk.dispose();
});

const dialog = (on = page) => on.getByRole("dialog", { name: "Overview" });
const option = (name: string | RegExp, on = page) => dialog(on).getByRole("option", { name });
const focused = (on = page) => on.evaluate(() => document.activeElement?.getAttribute("aria-label"));

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** On the stage at this slide, with nothing over it. */
async function isAt(slide: number, on = page): Promise<void> {
  await dialog(on).waitFor({ state: "detached" });
  await on.locator(`main.stage > .slide:not([inert])[aria-label^="Slide ${slide} of "]`).waitFor();
}

async function openAt(slide: number): Promise<void> {
  await page.keyboard.press("Escape");
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${slide}`);
  await isAt(slide);
  await page.keyboard.press("o");
  await dialog().waitFor();
}

/** Opens it again on a fresh page. */
async function reload(): Promise<void> {
  await page.reload();
  await page.locator("main.stage > .slide:not([inert])").waitFor();
  await page.keyboard.press("o");
  await dialog().waitFor();
}

describe("opened with o", () => {
  beforeEach(() => openAt(8));

  test("it begins at the slide that is shown, which is marked", async () => {
    expect(await focused()).toBe("Slide 8 of 24: Slide 8");
    expect(await option("Slide 8 of 24: Slide 8").getAttribute("aria-current")).toBe("true");
    expect(await dialog().locator("[aria-current]").count()).toBe(1);
  });

  test("slides are shown as they are, and none of their buttons can be reached", async () => {
    await option("Slide 2 of 24: Slide two").locator(".slide .code-block").waitFor();
    expect(
      await dialog()
        .getByRole("button", { name: /Run|Copy/ })
        .count(),
    ).toBe(0);
    const seen: string[] = [];
    for (let count = 0; count < 12; count++) {
      await press("Tab");
      seen.push(await page.evaluate(() => document.activeElement?.textContent ?? ""));
    }
    expect(seen.filter((text) => /^(?:Run|Copy|a link)/.test(text))).toEqual([]);
  });

  test.each([
    [["ArrowRight"], "Slide 9 of 24: Slide 9"],
    [["ArrowLeft"], "Slide 7 of 24: Slide 7"],
    [["ArrowDown"], "Slide 12 of 24: Slide 12"],
    [["ArrowUp"], "Slide 2 of 24: Slide two"],
    [["Home"], "Slide 1 of 24: Slide one"],
    [["End"], "Slide 24 of 24: Slide 24"],
    [["PageDown", "PageUp"], "Slide 8 of 24: Slide 8"],
    [["1", "7"], "Slide 17 of 24: Slide 17"],
    [["9", "9"], "Slide 9 of 24: Slide 9"],
    [["1", "2", "Backspace"], "Slide 1 of 24: Slide one"],
  ])("%j leads to %s", async (keys, name) => {
    await press(...keys);
    expect(await focused()).toBe(name);
  });

  test("the selected slide is always in sight", async () => {
    for (const key of ["End", "Home", "PageDown", "ArrowDown", "ArrowDown"]) {
      await press(key);
      const { top, bottom } = await page.evaluate(() => {
        const box = document.activeElement?.getBoundingClientRect();
        return { top: box?.top ?? -1, bottom: box?.bottom ?? 9999 };
      });
      expect(top).toBeGreaterThan(55);
      expect(bottom).toBeLessThanOrEqual(720);
    }
  });

  test("Enter goes to the selected slide, and keys move on from there", async () => {
    await press("ArrowDown", "Enter");
    await isAt(12);
    await press("ArrowRight");
    await isAt(13);
    await page.goBack();
    await isAt(12);
  });

  test.each(["Escape", "o"])("%s closes it where it was", async (key) => {
    await press("End", key);
    await isAt(8);
    await press("ArrowRight");
    await isAt(9);
  });

  test("a click goes there", async () => {
    await option("Slide 1 of 24: Slide one").click();
    await isAt(1);
  });
});

describe("steps", () => {
  beforeEach(() => openAt(4));

  test("are folded into one slide that is shown whole and says how many there are", async () => {
    const folded = option("Slide 3 of 24: In steps");
    expect(await focused()).toBe("Slide 3 of 24: In steps");
    expect(await folded.count()).toBe(1);
    await expect.poll(() => folded.locator(".slide").innerText()).toMatch(/first[\s\S]*second[\s\S]*third/);
    const description = await folded.getAttribute("aria-describedby");
    expect(await page.locator(`#${description}`).innerText()).toBe("3 steps");
  });

  test("Enter stays at the step that is shown, and leads from elsewhere to the first", async () => {
    await press("Enter");
    await isAt(4);
    await press("o", "ArrowRight", "ArrowLeft", "Enter");
    await isAt(3);
  });

  test("can be shown one by one, which is remembered", async () => {
    const everyStep = dialog().getByRole("checkbox", { name: "Every step" });
    await everyStep.click();
    expect(await option(/: In steps$/).count()).toBe(3);
    await press("Escape");
    await reload();
    expect(await option(/: In steps$/).count()).toBe(3);
    expect(await focused()).toBe("Slide 4 of 24: In steps");
    await everyStep.click();
    expect(await option(/: In steps$/).count()).toBe(1);
  });
});

test("+ and - change how many slides are in a row, which is remembered", async () => {
  await openAt(8);
  const width = async () => (await option("Slide 8 of 24: Slide 8").boundingBox())?.width ?? 0;
  const before = await width();
  await press("+");
  await expect.poll(width).toBeGreaterThan(before * 1.2);
  expect(await focused()).toBe("Slide 8 of 24: Slide 8");
  await reload();
  expect(await width()).toBeGreaterThan(before * 1.2);
  await dialog().getByRole("button", { name: "Smaller slides" }).click();
  await expect.poll(width).toBe(before);
  await press("-", "-", "-", "-");
  await expect.poll(width).toBeLessThan(before / 1.5);
  await press("+", "+");
});

test("a deck that is saved meanwhile is shown as it is now", async () => {
  await openAt(8);
  await talk.save("deck.md", deck.replace("Slide 9", "Saved now"));
  await option("Slide 9 of 24: Saved now").waitFor();
  await expect
    .poll(() =>
      option(/Saved now/)
        .locator(".slide")
        .innerText(),
    )
    .toContain("Saved now");
  await talk.save("deck.md", deck);
  await option("Slide 9 of 24: Slide 9").waitFor();
});

test("a tap on a phone goes there", async () => {
  const context = await signIn(talk, browser, "audience", { width: 390, height: 844 });
  const phone = await openWindow(talk, context, "/#8");
  await phone.keyboard.press("o");
  await dialog(phone).waitFor();
  const box = await option("Slide 8 of 24: Slide 8", phone).boundingBox();
  expect(box?.width).toBeLessThan(200);
  await option("Slide 9 of 24: Slide 9", phone).click();
  await isAt(9, phone);
  await context.close();
});

describe("a deck of 2650 slides", () => {
  let large: TalkApp;
  beforeAll(async () => {
    large = await serveTalk(largeDeck());
  });
  afterAll(() => large.dispose());

  test("has only what is seen on the page, and fetches the rest as one comes by", async () => {
    const context = await signIn(large, browser, "presenter", { width: 1280, height: 720 });
    const window = await openWindow(large, context, "/#1200");
    const fetched: string[] = [];
    window.on("request", (request) => {
      if (request.url().includes("/api/slides/")) fetched.push(request.url());
    });
    await window.keyboard.press("o");
    await dialog(window).waitFor();
    const options = dialog(window).getByRole("option");
    expect(await options.count()).toBeLessThan(40);
    expect(Number(await options.first().getAttribute("aria-setsize"))).toBeGreaterThan(1500);
    await window.keyboard.type("2000");
    expect(await focused(window)).toMatch(/^Slide 2000 of /);
    const picture = window.locator("[role=option][aria-selected=true] .slide h2");
    await picture.waitFor();
    expect(await focused(window)).toContain(await picture.innerText());
    await window.keyboard.press("End");
    await expect.poll(() => focused(window)).toMatch(/^Slide 2\d{3} of 2\d{3}: /);
    await window.mouse.move(600, 400);
    for (let count = 0; count < 5; count++) await window.mouse.wheel(0, -30_000);
    await expect
      .poll(async () => Number(await options.first().getAttribute("aria-posinset")))
      .toBeLessThan(1500);
    expect(await options.count()).toBeLessThan(40);
    expect(fetched.length).toBeLessThan(20);
    await window.keyboard.press("Enter");
    await dialog(window).waitFor({ state: "detached" });
    await context.close();
  });
});

describe.each(["light", "dark"] as const)("axe, %s", (theme) => {
  test.each([
    [1280, 720],
    [390, 844],
  ])("finds nothing at %i x %i", async (width, height) => {
    const context = await signIn(talk, browser, "presenter", { width, height });
    const window = await openWindow(talk, context, "/#3");
    await window.emulateMedia({ colorScheme: theme });
    await window.keyboard.press("o");
    await dialog(window).locator(".slide").first().waitFor();
    expect(await axeViolations(window)).toEqual([]);
    await context.close();
  });
});

test("no page reported an error", () => {
  expect(errors).toEqual([]);
});
