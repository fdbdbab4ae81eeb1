/** The same deck in other people's tools, each as its own documentation has it: gnab/remark and reveal.js. */
import { readFileSync } from "node:fs";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { join } from "node:path";

/** A page of another tool; `window.ready` settles when its first slide can be used. */
export interface Rival {
  name: string;
  url: string;
  /** In the page: what tells one shown slide from another. */
  shown: string;
}

const modules = join(process.cwd(), "node_modules");
const file = (path: string) => readFileSync(join(modules, path), "utf8");

/** Serves both on a free port of 127.0.0.1. */
export async function serveRivals(deck: string): Promise<{ rivals: Rival[]; server: Server }> {
  const pages: Record<string, [type: string, body: string]> = {
    "/remark": ["text/html", remarkPage(deck)],
    "/reveal": ["text/html", revealPage(deck)],
    "/remark.js": ["text/javascript", file("remark-slide/out/remark.min.js")],
    "/reveal.css": ["text/css", file("reveal.js/dist/reveal.css")],
    "/theme.css": ["text/css", file("reveal.js/dist/theme/white.css")],
    "/reveal.js": ["text/javascript", file("reveal.js/dist/reveal.js")],
    "/markdown.js": ["text/javascript", file("reveal.js/dist/plugin/markdown.js")],
    "/highlight.js": ["text/javascript", file("reveal.js/dist/plugin/highlight.js")],
  };
  const server = createServer((request, response) => {
    const page = pages[request.url ?? ""];
    if (page) response.setHeader("content-type", `${page[0]}; charset=utf-8`);
    response.statusCode = page ? 200 : 404;
    response.end(page?.[1]);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    server,
    rivals: [
      { name: "remark", url: `${url}/remark`, shown: "String(slideshow.getCurrentSlideIndex())" },
      { name: "reveal", url: `${url}/reveal`, shown: "JSON.stringify(Reveal.getIndices())" },
    ],
  };
}

function remarkPage(deck: string): string {
  return `<!doctype html><meta charset="utf-8"><title>remark</title>
<textarea id="source" style="display:none">${asText(deck)}</textarea>
<script src="/remark.js"></script>
<script>var slideshow = remark.create({ ratio: "16:9" }); window.ready = Promise.resolve();</script>`;
}

/** A slide that continues another is a slide; reveal has no other word for it. */
function revealPage(deck: string): string {
  const text = deck.replace(/^--$/gm, "---").replace(/^(?:class|name|layout|count|template): .*$/gm, "");
  return `<!doctype html><meta charset="utf-8"><title>reveal</title>
<link rel="stylesheet" href="/reveal.css"><link rel="stylesheet" href="/theme.css">
<div class="reveal"><div class="slides">
<section data-markdown data-separator="^---$" data-separator-notes="^\\?\\?\\?$"><textarea data-template>${asText(text)}</textarea></section>
</div></div>
<script src="/reveal.js"></script><script src="/markdown.js"></script><script src="/highlight.js"></script>
<script>window.ready = Reveal.initialize({ plugins: [RevealMarkdown, RevealHighlight], transition: "none" });</script>`;
}

function asText(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;");
}
