/** How long after a save the edited slide is on the screen. */
import { writeFile } from "node:fs/promises";
import type { BrowserContext } from "playwright-core";
import { type Summary, summarize } from "./measure.ts";

const saves = 15;
/** An author does not save more often, in ms. */
const restMs = 700;

/** From the moment of writing the file to the first frame that shows what was written; the clock is the machine's. */
export async function measureSaves(
  context: BrowserContext,
  link: string,
  path: string,
  text: string,
): Promise<Summary> {
  const page = await context.newPage();
  await page.goto(new URL("/", link).href);
  await page.getByRole("navigation", { name: "Slides" }).waitFor({ state: "attached" });
  await page.waitForTimeout(2000);
  const at = text.indexOf("\n---\n") + "\n---\n".length;
  const times: number[] = [];
  for (let save = 0; save < saves; save += 1) {
    const title = `Saved for the ${save}th time`;
    const shown = page.evaluate(whenShown, title);
    const startMs = Date.now();
    await writeFile(path, `${text.slice(0, at)}\n# ${title}\n\n---\n${text.slice(at)}`);
    times.push((await shown) - startMs);
    await page.waitForTimeout(restMs);
  }
  await page.close();
  return summarize(times);
}

/** In the page: when a slide with this title is there, in ms since 1970. */
function whenShown(title: string): Promise<number> {
  return new Promise((resolve) => {
    const look = () => {
      const slide = document.querySelector(".slide:not([inert])");
      if (slide?.textContent?.includes(title)) setTimeout(() => resolve(Date.now()));
      else requestAnimationFrame(look);
    };
    look();
  });
}
