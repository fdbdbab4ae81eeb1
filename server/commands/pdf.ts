/** `pdf DECK`: the deck as a PDF file, a page a slide. */
import { writeFile } from "node:fs/promises";
import { basename, extname } from "node:path";
import { defineCommand } from "citty";
import { ChromiumError, openChromium } from "../chromium/index.ts";
import { openDeck } from "./deck-file.ts";
import { CommandFailure, print } from "./output.ts";
import { countPages } from "./pdf-pages.ts";
import { drawSheets, openPrintView, type PrintQuery } from "./print-view.ts";
import { startProgress } from "./progress.ts";
import { serveQuietly } from "./quiet-app.ts";
import { asTyped, fromWhereTyped } from "./typed-path.ts";

export const pdfCommand = defineCommand({
  meta: { name: "pdf", description: "write a deck as a PDF file" },
  args: {
    deck: { type: "positional", required: false, description: "the deck's Markdown file" },
    out: { type: "string", description: "the file to write (the deck's name with .pdf, in this folder)" },
    steps: { type: "boolean", description: "a page for each line step of code, too" },
    final: { type: "boolean", description: "continued slides in their last state only" },
    notes: { type: "boolean", description: "the speaker's notes below each slide" },
    light: { type: "boolean", description: "dark on white (the default)" },
    dark: { type: "boolean", description: "white on black" },
  },
  async run({ args }) {
    const { steps, final, notes, dark, light } = args;
    if (dark && light) throw new CommandFailure("pdf: --light and --dark: say one of them");
    const library = await openDeck("pdf", args.deck);
    const name = `${basename(library.deckPath, extname(library.deckPath))}.pdf`;
    const out = fromWhereTyped(args.out ?? name);
    const { slides } = await library.deck();
    const app = await serveQuietly(library);
    try {
      const pdf = await makePdf(app, { steps, final, notes, dark }, slides.length);
      await writeFile(out, pdf).catch((error: NodeJS.ErrnoException) => {
        throw new CommandFailure(`pdf: ${asTyped(out)} cannot be written: ${error.message}`);
      });
      const pages = countPages(pdf);
      print(`${asTyped(out)}: ${pages} ${pages === 1 ? "page" : "pages"}`);
    } finally {
      await app.dispose();
    }
  },
});

async function makePdf(
  app: Parameters<typeof drawSheets>[1],
  query: PrintQuery,
  slides: number,
): Promise<Buffer> {
  const progress = startProgress();
  const browser = await openChromium().catch((error: unknown) => {
    if (!(error instanceof ChromiumError)) throw error;
    throw new CommandFailure(`pdf: ${error.message}: ${error.remedy}`);
  });
  try {
    const page = await openPrintView(browser, app, { width: 1280, height: 720 });
    await drawSheets(page, app, query, (drawn) => progress(`${drawn} of ${slides} slides`));
    progress(`writing ${slides} slides`);
    return await page.pdf({ outline: true, tagged: true, preferCSSPageSize: true, printBackground: true });
  } finally {
    progress.done();
    await browser.close();
  }
}
