/** Looks at each slide in Chromium, as the stage draws it: what does not fit, and what is hard to read. */
import type { App } from "../../app.ts";
import { openChromium } from "../../chromium/index.ts";
import { drawSheets, openPrintView } from "../print-view.ts";

/** How a slide looks, by its index. */
export interface Measured {
  slide: number;
  /** Of the canvas's width and height, what its content takes at the size it was fitted to; null when all is seen. */
  overflow: { width: number; height: number } | null;
  contrast: Contrast[];
}

/** A text whose colours are too close. */
export interface Contrast {
  theme: "light" | "dark";
  text: string;
  ink: string;
  paper: string;
  ratio: number;
  needed: number;
}

/** Slides that are drawn at a time: axe's time grows with the page. */
const batch = 64;
const viewport = { width: 1280, height: 720 };

/** Throws a ChromiumError when there is none. */
export async function measureSlides(
  app: App,
  slideCount: number,
  measured: (count: number) => void,
): Promise<Measured[]> {
  const browser = await openChromium();
  try {
    const { default: axe } = await import("axe-core");
    const page = await openPrintView(browser, app, viewport);
    const results: Measured[] = [];
    for (let from = 1; from <= slideCount; from += batch) {
      measured(from - 1);
      await drawSheets(page, app, { stage: true, from, to: from + batch - 1 });
      const overflows = await page.evaluate(overflowing);
      await page.evaluate(axe.source);
      const contrasts = await page.evaluate(faint, "light" as const);
      await page.getByRole("checkbox", { name: "Dark" }).check();
      contrasts.push(...(await page.evaluate(faint, "dark" as const)));
      for (const { slide, overflow } of overflows) {
        const contrast = contrasts
          .filter((each) => each.slide === slide)
          .map(({ slide: _, ...rest }) => rest);
        results.push({ slide, overflow, contrast });
      }
    }
    return results;
  } finally {
    await browser.close();
  }
}

/** Runs in the page. */
function overflowing(): Pick<Measured, "slide" | "overflow">[] {
  return [...document.querySelectorAll<HTMLElement>("[data-slide]")].map((sheet) => {
    const slide = Number(sheet.dataset.slide);
    const body = sheet.querySelector(".slide-body");
    if (!body) return { slide, overflow: null };
    const { scrollWidth, clientWidth, scrollHeight, clientHeight } = body;
    const isSeen = scrollWidth <= clientWidth + 1 && scrollHeight <= clientHeight + 1;
    const overflow = { width: scrollWidth / clientWidth, height: scrollHeight / clientHeight };
    return { slide, overflow: isSeen ? null : overflow };
  });
}

/** Runs in the page, which axe was put into. */
async function faint(theme: "light" | "dark"): Promise<(Contrast & { slide: number })[]> {
  interface Colours {
    fgColor: string;
    bgColor: string;
    contrastRatio: number;
    expectedContrastRatio: string;
  }
  interface Results {
    violations: { nodes: { element: HTMLElement; any: { data: Colours }[] }[] }[];
  }
  const { axe } = globalThis as unknown as { axe: { run(...args: unknown[]): Promise<Results> } };
  const { violations } = await axe.run("main", {
    runOnly: ["color-contrast"],
    resultTypes: ["violations"],
    elementRef: true,
  });
  return violations
    .flatMap(({ nodes }) => nodes)
    .flatMap(({ element, any }) => {
      const slide = Number(element.closest<HTMLElement>("[data-slide]")?.dataset.slide);
      const colours = any[0]?.data;
      if (!slide || !colours) return [];
      const text = (element.textContent ?? "").replace(/\s+/g, " ").trim();
      const { fgColor: ink, bgColor: paper, contrastRatio: ratio } = colours;
      return [
        { slide, theme, text, ink, paper, ratio, needed: Number.parseFloat(colours.expectedContrastRatio) },
      ];
    });
}
