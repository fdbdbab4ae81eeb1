/** What the theme's style sheets do to a slide, in Chromium. */
import { fileURLToPath } from "node:url";
import type { Browser, Page } from "playwright-core";
import { build } from "vite";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openBrowser } from "../../e2e/browser.ts";

let css: string;
let browser: Browser;
let page: Page;
beforeAll(async () => {
  css = await themeCss();
  browser = await openBrowser();
  page = await browser.newPage({ viewport: { width: 1280, height: 720 }, colorScheme: "light" });
}, 60_000);
afterAll(() => browser.close());

/** The theme as one style sheet, built as the page's is, with its pictures in it and without its typefaces. */
async function themeCss(): Promise<string> {
  const result = await build({
    configFile: fileURLToPath(new URL("../../../vite.config.ts", import.meta.url)),
    root: fileURLToPath(new URL("../../../client", import.meta.url)),
    logLevel: "error",
    build: {
      write: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: { input: "theme/index.css" },
    },
  });
  if (!("output" in result)) throw new Error("vite built no single bundle");
  const sheet = result.output.find((file) => file.fileName.endsWith(".css"));
  if (sheet?.type !== "asset") throw new Error("vite built no style sheet");
  return String(sheet.source).replace(/@font-face\{[^}]*\}/g, "");
}

interface Shown {
  /** Whether the slide is as the server drew it, before the program has come. */
  isFirstPaint?: boolean;
  theme?: "talk" | "plain";
  classes?: string;
  content?: string;
  /** The deck's own style sheet. */
  deckCss?: string;
}

async function show(shown: Shown) {
  const { theme = "talk", classes = "", content = "<h1>Title</h1>", deckCss = "", isFirstPaint } = shown;
  await page.setContent(
    `<!doctype html><html data-deck-theme="${theme}"><style>${css}</style><style>${deckCss}</style>
     <div id="root">${isFirstPaint ? "" : "<div>"}<main class="stage" style="position:fixed;inset:0"><section class="slide ${classes}">
     <div class="slide-body">${content}</div><p class="slide-number">1 / 1</p></section></main>`,
  );
}

/** A computed property of the first element, or of its pseudo-element. */
async function style(selector: string, property: string, pseudo?: string): Promise<string> {
  return await page
    .locator(selector)
    .first()
    .evaluate((element, [name = "", part]) => getComputedStyle(element, part).getPropertyValue(name), [
      property,
      pseudo,
    ] as const);
}

const block = (lines: string, attributes = "") =>
  `<div class="code-block" style="--columns:20;--first-line:98" ${attributes}><pre><code>${lines}</code></pre></div>`;

describe("a deck's own style sheet", () => {
  test("wins with plain rules, whatever the theme's rules weigh", async () => {
    const content = '<h1>Title</h1><ul><li>item</li></ul><p class="right">text</p>';
    const deckCss =
      "h1 { color: rgb(1, 2, 3); font-size: 10px } li::before { width: 33px } p { text-align: left }";
    await show({ content, deckCss, classes: "center middle title-slide", theme: "plain" });
    expect(await style("h1", "color")).toBe("rgb(1, 2, 3)");
    expect(await style("h1", "font-size")).toBe("10px");
    expect(await style("li", "width", "::before")).toBe("33px");
    expect(await style("p.right", "text-align")).toBe("left");
  });

  test.each(["talk", "plain"] as const)(
    "changes a colour everywhere by its token in the theme %s",
    async (theme) => {
      const content = '<p><a href="#2">link</a></p>';
      await show({ theme, content, deckCss: ":root { --accent-ink: rgb(0, 120, 60) }" });
      expect(await style("a", "color")).toBe("rgb(0, 120, 60)");
    },
  );
});

describe("the talk's title", () => {
  test("is drawn with its wires once the program is there, which come in without moving", async () => {
    const title = { classes: "center middle title-slide" };
    await show({ ...title, isFirstPaint: true });
    expect(await style(".stage", "content", "::before")).toBe("none");
    expect(await style("h1", "content", "::after")).toBe('""');
    await show(title);
    expect(await style(".stage", "content", "::before")).toBe('""');
    expect(await style(".stage", "animation-name", "::before")).toBe("wires-appear");
    await page.emulateMedia({ reducedMotion: "reduce" });
    expect(await style(".stage", "animation-name", "::before")).toBe("none");
    await page.emulateMedia({ reducedMotion: "no-preference" });
  });
});

describe("the plain theme", () => {
  test("draws nothing for its own sake", async () => {
    await show({ theme: "plain", classes: "center middle title-slide" });
    expect(await style(".stage", "content", "::before")).toBe("none");
    expect(await style(".stage", "content", "::after")).toBe("none");
    expect(await style("h1", "content", "::after")).toBe("none");
    await show({ theme: "talk", classes: "center middle title-slide" });
    expect(await style("h1", "content", "::after")).toBe('""');
  });

  test("stays light on the slide of a demo, which is dark in the talk's", async () => {
    await show({ theme: "plain", classes: "demo-slide" });
    expect(await style(".stage", "background-color")).toBe("rgb(242, 244, 246)");
    await show({ theme: "talk", classes: "demo-slide" });
    expect(await style(".stage", "background-color")).toBe("rgb(22, 21, 20)");
  });
});

describe.each(["talk", "plain"] as const)("in the theme %s", (theme) => {
  test("an inverse slide is dark among light ones", async () => {
    await show({ theme });
    expect(await style(".stage", "background-color")).toBe("rgb(255, 255, 255)");
    await show({ theme, classes: "inverse" });
    const [red = 255] = (await style(".stage", "background-color")).match(/\d+/g)?.map(Number) ?? [];
    expect(red).toBeLessThan(40);
  });

  test("a highlighted line goes from edge to edge of its block and has a bar, and its letters stay in line", async () => {
    const lines = '<span class="line">one</span><span class="line line-highlighted"><b>two</b></span>';
    await show({ theme, content: block(lines) });
    const [frame, line] = [
      await page.locator("pre").boundingBox(),
      await page.locator(".line-highlighted").boundingBox(),
    ];
    expect(line?.x).toBe(frame?.x);
    expect(line?.width).toBe(frame?.width);
    expect(await style(".line-highlighted", "box-shadow")).toMatch(/inset/);
    const starts = await page.evaluate(() =>
      [...document.querySelectorAll(".line")].map((each) => {
        const range = document.createRange();
        range.selectNodeContents(each);
        return range.getBoundingClientRect().x;
      }),
    );
    expect(starts[1]).toBeCloseTo(starts[0] ?? 0, 1);
  });

  test("line numbers begin where they are told to, beside the text and not in what is copied", async () => {
    const lines = '<span class="line">one</span><span class="line">two</span>';
    await show({ theme, content: block(lines) });
    const without = await page.locator("pre").screenshot();
    await show({ theme, content: block(lines, 'data-numbered=""') });
    expect(await style("code", "counter-reset")).toBe("line 97");
    expect(await style(".line", "content", "::before")).toContain("counter(line)");
    expect((await page.locator("pre").screenshot()).equals(without)).toBe(false);
    expect(await page.locator("code").innerText()).toBe("one\ntwo");
  });

  test("a mistake is framed, and heard text is not seen", async () => {
    const content =
      '<p><span class="mistake">unknown macro</span></p><p class="sr-only">for screen readers</p>';
    await show({ theme, content });
    expect(await style(".mistake", "border-top-style")).toBe("dashed");
    expect((await page.locator(".sr-only").boundingBox())?.width).toBe(1);
  });
});

describe("a transition", () => {
  test("takes the slide alone, and only while it lasts", async () => {
    await show({});
    expect(await style(".slide", "view-transition-name")).toBe("none");
    await page.evaluate(() => {
      document.documentElement.dataset.transition = "slide";
    });
    expect(await style(".slide", "view-transition-name")).toBe("slide");
    expect(await animationAfter("slide")).toContain("slide-comes 220");
  });

  test("does not move where motion is unwelcome", async () => {
    await page.emulateMedia({ reducedMotion: "reduce" });
    await show({});
    expect(await animationAfter("slide")).toEqual([]);
  });

  /** What moves while one slide follows another: names and durations in milliseconds. */
  async function animationAfter(kind: string): Promise<string[]> {
    return await page.evaluate(async (transition) => {
      document.documentElement.dataset.transition = transition;
      const turn = document.startViewTransition(() => {});
      await turn.ready;
      const running = document.getAnimations().filter((each) => each instanceof CSSAnimation);
      const names = running.map((each) => `${each.animationName} ${each.effect?.getTiming().duration}`);
      turn.skipTransition();
      await turn.finished;
      return names.filter((name) => !name.startsWith("blink"));
    }, kind);
  }
});
