/** Code on slides: line steps by keys, and the button that copies. */
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Browser, Page } from "playwright-core";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { axeViolations, openBrowser, openTalk } from "./browser.ts";
import { type Server, startServer } from "./server.ts";

const deck = `# Start

---

# Steps

\`\`\`sh {1|2-3|all}
one
two
three
four
\`\`\`

\`\`\`go {1|2}
a()
b()
\`\`\`

---

# Copies

\`\`\`console
$ ip link add <name> type bridge
$ ip link
1: lo
\`\`\`

\`\`\`yaml
kind: Service
metadata:
  name: x
\`\`\`

---

# Tall

\`\`\`text {1|60}
${Array.from({ length: 60 }, (_, at) => `line ${at + 1}`).join("\n")}
\`\`\`
`;

const folder = mkdtempSync(join(tmpdir(), "shelldeck-deck-"));
let server: Server;
let browser: Browser;
let page: Page;
let errors: string[];
beforeAll(async () => {
  const path = join(folder, "code.md");
  writeFileSync(path, deck);
  server = await startServer([path, "--labs", "off"]);
  browser = await openBrowser();
  ({ page, errors } = await openTalk(browser, server.link));
  await page.context().grantPermissions(["clipboard-read", "clipboard-write"]);
});
afterEach(() => {
  expect(errors).toEqual([]);
});
afterAll(async () => {
  await browser.close();
  await server.stop();
  rmSync(folder, { recursive: true });
});

async function isAt(title: string): Promise<void> {
  await page.getByRole("region", { name: new RegExp(`: ${title}$`) }).waitFor();
}

async function goTo(slide: number, title: string): Promise<void> {
  await page.evaluate((hash) => {
    location.hash = hash;
  }, `#${slide}`);
  await isAt(title);
}

async function press(...keys: string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

/** What stands out on the slide, and whether the rest stands back. */
async function look(): Promise<string> {
  return await page
    .locator(".slide:not([inert]) .line")
    .evaluateAll((lines) =>
      lines
        .map((line) =>
          line.classList.contains("line-highlighted")
            ? "+"
            : line.classList.contains("line-dimmed")
              ? "-"
              : ".",
        )
        .join(""),
    );
}

const looks = ["+---+-", "-++-+-", "....+-", "....-+"];

test.each([
  ["PageDown", "PageUp"],
  ["ArrowRight", "ArrowLeft"],
  ["Space", "Shift+Space"],
  ["j", "k"],
])("%s takes each step before the next slide, and %s takes them back", async (on, back) => {
  await goTo(1, "Start");
  await press(on);
  await isAt("Steps");
  expect(await look()).toBe(looks[0]);
  for (const each of looks.slice(1)) {
    await press(on);
    await expect.poll(look).toBe(each);
  }
  expect(new URL(page.url()).hash).toBe("#2");
  await press(on);
  await isAt("Copies");
  await press(back);
  await isAt("Steps");
  expect(await look()).toBe(looks[3]);
  for (const each of looks.slice(0, -1).reverse()) {
    await press(back);
    await expect.poll(look).toBe(each);
  }
  await press(back);
  await isAt("Start");
});

test("a slide that is gone to by its number, and the first one, are shown from their start", async () => {
  await goTo(3, "Copies");
  await press("PageUp");
  await isAt("Steps");
  await press("2", "Enter");
  await expect.poll(look).toBe(looks[0]);
  await press("PageDown", "Home");
  await isAt("Start");
  await press("PageDown");
  await isAt("Steps");
  expect(await look()).toBe(looks[0]);
});

test("the buttons take steps too, and Back leaves the slide, not the step", async () => {
  await goTo(1, "Start");
  await goTo(2, "Steps");
  await page.mouse.move(300, 300);
  await page.getByRole("button", { name: "Next slide" }).click();
  await expect.poll(look).toBe(looks[1]);
  await page.goBack();
  await isAt("Start");
});

test("a step is said in words", async () => {
  await goTo(2, "Steps");
  await press("PageDown");
  const status = page.getByRole("status").filter({ hasText: "Lines 2 to 3 of 4" });
  await status.waitFor({ state: "attached" });
});

test("the line that a step is about is scrolled to on a slide too tall for the window", async () => {
  await goTo(4, "Tall");
  const isSeen = (line: number) =>
    page
      .locator(".slide:not([inert]) .line")
      .nth(line - 1)
      .evaluate((element) => {
        const { top, bottom } = element.getBoundingClientRect();
        return top >= 0 && bottom <= innerHeight;
      });
  expect([await isSeen(1), await isSeen(60)]).toEqual([true, false]);
  await press("PageDown");
  await expect.poll(() => isSeen(60)).toBe(true);
  await press("PageUp");
  await expect.poll(() => isSeen(1)).toBe(true);
});

test("Copy takes what would be typed, or the text where nothing is, and says so for a moment", async () => {
  await goTo(3, "Copies");
  const copy = page.getByRole("button", { name: "Copy", exact: true });
  const clipboard = () => page.evaluate(() => navigator.clipboard.readText());
  await copy.first().click();
  const copied = page.getByRole("button", { name: "Copied", exact: true });
  await copied.waitFor();
  expect(await clipboard()).toBe("ip link add <name> type bridge\nip link");
  await copied.waitFor({ state: "detached" });
  await copy.last().focus();
  await page.keyboard.press("Enter");
  await expect.poll(clipboard).toBe("kind: Service\nmetadata:\n  name: x");
});

test("Copy works where the browser keeps its clipboard from the page", async () => {
  await goTo(3, "Copies");
  await page.evaluate(async () => {
    await navigator.clipboard.writeText("before");
    navigator.clipboard.writeText = () => Promise.reject(new Error("not for you"));
  });
  const copied = page.getByRole("button", { name: "Copied", exact: true });
  await copied.waitFor({ state: "detached" });
  await page.getByRole("button", { name: "Copy", exact: true }).last().focus();
  await page.keyboard.press("Enter");
  await copied.waitFor();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(
    "kind: Service\nmetadata:\n  name: x",
  );
  expect(await page.evaluate(() => document.activeElement?.textContent)).toMatch(/^Cop/);
});

test("Copy is seen when the mouse or the keyboard is there, and not while the talk goes on", async () => {
  await goTo(3, "Copies");
  const opacity = () =>
    page
      .getByRole("button", { name: /^Cop/ })
      .last()
      .evaluate((button) => getComputedStyle(button).opacity);
  await page.evaluate(() => document.activeElement instanceof HTMLElement && document.activeElement.blur());
  await page.mouse.move(5, 5);
  await expect.poll(opacity, { timeout: 5000 }).toBe("0");
  await page.mouse.move(300, 300);
  await expect.poll(opacity).toBe("1");
});

test.each([2, 3, 4])("axe finds nothing on slide %i", async (slide) => {
  await goTo(slide, { 2: "Steps", 3: "Copies", 4: "Tall" }[slide] ?? "");
  await page.mouse.move(200 + slide, 300);
  expect(await axeViolations(page)).toEqual([]);
});
