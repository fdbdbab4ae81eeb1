/** `check DECK`: every mistake in a deck and its demos, and what Chromium shows of its slides. */
import { defineCommand } from "citty";
import { ChromiumError } from "../../chromium/index.ts";
import type { Library } from "../../library/index.ts";
import { openDeck } from "../deck-file.ts";
import { print, tell } from "../output.ts";
import { startProgress } from "../progress.ts";
import { serveQuietly } from "../quiet-app.ts";
import { asTyped } from "../typed-path.ts";
import { type Finding, inFile, inOrder } from "./finding.ts";
import { measureSlides } from "./measure.ts";
import { reportText } from "./report.ts";
import { slideFindings } from "./slide-findings.ts";

export const checkCommand = defineCommand({
  meta: { name: "check", description: "find the mistakes in a deck and its demos" },
  args: {
    deck: { type: "positional", required: false, description: "the deck's Markdown file" },
    json: { type: "boolean", description: "print the findings as a JSON array" },
    browser: {
      type: "boolean",
      description: "measure the slides in Chromium, too",
      negativeDescription: "do not measure the slides",
      default: true,
    },
    strict: { type: "boolean", description: "end with status 1 for warnings, too" },
  },
  async run({ args }) {
    const library = await openDeck("check", args.deck);
    const found = [...(await written(library)), ...(args.browser ? await measured(library) : [])];
    const findings = inOrder(found);
    const { slides } = await library.deck();
    const subject = `${asTyped(library.deckPath)}, ${slides.length} ${slides.length === 1 ? "slide" : "slides"}`;
    const isColoured = process.stdout.isTTY && !process.env.NO_COLOR;
    if (args.json) print(JSON.stringify(findings, null, 2));
    else print(reportText(findings, subject, isColoured));
    if (args.strict ? findings.length > 0 : findings.some(({ severity }) => severity === "error"))
      process.exitCode = 1;
  },
});

/** Mistakes in the text of the deck, and of the demos that it links to. */
async function written(library: Library): Promise<Finding[]> {
  const { slides, problems } = await library.deck();
  const findings = inFile(asTyped(library.deckPath), problems);
  for (const name of new Set(slides.flatMap((slide) => slide.demos))) {
    const demo = await library.demo(name);
    if (demo) findings.push(...inFile(asTyped(await library.demoPath(name)), demo.problems));
  }
  return findings;
}

/** What Chromium shows; without one, a note says so. */
async function measured(library: Library): Promise<Finding[]> {
  const { slides } = await library.deck();
  const { lines } = await library.outline();
  const file = asTyped(library.deckPath);
  const app = await serveQuietly(library);
  const progress = startProgress();
  try {
    const results = await measureSlides(app, slides.length, (count) =>
      progress(`measured ${count} of ${slides.length} slides`),
    );
    return results.flatMap((result) => {
      const title = slides[result.slide - 1]?.title ?? "";
      const line = lines[result.slide - 1] ?? 1;
      return slideFindings(result, { index: result.slide, title, file, line });
    });
  } catch (error) {
    if (!(error instanceof ChromiumError)) throw error;
    tell(`note: the slides are not measured: ${error.message}; ${error.remedy}`);
    return [];
  } finally {
    progress.done();
    await app.dispose();
  }
}
