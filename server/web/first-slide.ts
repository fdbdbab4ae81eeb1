/** The first slide as HTML, so that it is on the screen before any script has run. */
import type { Deck, Slide } from "../deck/index.ts";
import { escapeHtml } from "../deck/index.ts";

/** The same elements and classes as client/deck/stage.tsx draws; `contentHtml` is the slide's content, rendered and safe. Empty for a deck without slides. */
export function firstSlideHtml(deck: Deck, contentHtml: string): string {
  const slide = deck.slides[0];
  if (!slide) return "";
  const label = `Slide ${slide.number} of ${deck.total}${slide.title === "" ? "" : `: ${slide.title}`}`;
  const body = slide.name ? ` id="${escapeHtml(`slide-${slide.name}`)}"` : "";
  return [
    `<main class="stage" data-ratio="${escapeHtml(deck.ratio)}">`,
    `<section class="${escapeHtml(classes(slide))}" aria-label="${escapeHtml(label)}" data-continued="false"${style(slide)}>`,
    `<div class="slide-body"${body}>${contentHtml}</div>`,
    numberHtml(deck, slide),
    "</section></main>",
  ].join("");
}

/** As client/slide/number-text.ts has it. */
function numberHtml({ numberFormat, total }: Deck, { number }: Slide): string {
  const text = numberFormat.replaceAll("%current%", String(number)).replaceAll("%total%", String(total));
  return text === "" ? "" : `<p class="slide-number">${escapeHtml(text)}</p>`;
}

/** As client/slide/slide-classes.ts has it for the first slide; one that only opens a demo gets that look with the script. */
function classes(slide: Slide): string {
  const isTitle = slide.classes.includes("center") && slide.classes.includes("middle");
  const kind = !isTitle ? [] : slide.title.length > 30 ? ["title-slide", "long-title"] : ["title-slide"];
  return ["slide", ...slide.classes, ...kind].join(" ");
}

const backgrounds = ["background-image", "background-color", "background-size", "background-position"];

function style({ properties }: Slide): string {
  const set = backgrounds.filter((name) => properties[name]).map((name) => `${name}:${properties[name]}`);
  return set.length > 0 ? ` style="${escapeHtml(set.join(";"))}"` : "";
}
