/** Whether the talk is where it was meant to be by now. */
import type { SlideEntry } from "../../server/protocol.ts";
import { clockText } from "./clock-text.ts";

/** When each slide is meant to begin and to end, in ms from the talk's start; by index, from 1. */
export type Plan = readonly { startMs: number; endMs: number }[];

type PacedSlide = Pick<SlideEntry, "continued" | "paceSeconds">;

/** A speaker who is off by less is on time. */
const onTimeMs = 30_000;
const minuteMs = 60_000;

/** A slide with all that continues it: the room sees one page grow. */
type Page = readonly PacedSlide[];

/**
 * Pages without a pace share what the others leave of the talk's time, and the slides of a page share its time. Null when
 * some pages have neither.
 */
export function planOf(slides: readonly PacedSlide[], durationMinutes: number | null): Plan | null {
  const pages = pagesOf(slides);
  const paced = pages.map(paceOf);
  const unpaced = paced.filter((paceMs) => paceMs === null).length;
  if (slides.length === 0 || (unpaced > 0 && durationMinutes === null)) return null;
  const pacedMs = paced.reduce<number>((sum, paceMs) => sum + (paceMs ?? 0), 0);
  const shareMs = Math.max(0, (durationMinutes ?? 0) * minuteMs - pacedMs) / Math.max(1, unpaced);
  let endMs = 0;
  return pages.flatMap((page, at) =>
    timesOf(page, paced[at] ?? shareMs).map((timeMs) => {
      const startMs = endMs;
      endMs += timeMs;
      return { startMs, endMs };
    }),
  );
}

function pagesOf(slides: readonly PacedSlide[]): Page[] {
  const pages: PacedSlide[][] = [];
  for (const slide of slides) {
    const page = pages.at(-1);
    if (page && slide.continued) page.push(slide);
    else pages.push([slide]);
  }
  return pages;
}

/** What a page's slides say together; null when none says anything. */
function paceOf(page: Page): number | null {
  const paces = page.flatMap(({ paceSeconds }) => paceSeconds ?? []);
  return paces.length === 0 ? null : paces.reduce((sum, seconds) => sum + seconds, 0) * 1000;
}

/** Each slide's own pace where all have one, else equal parts. */
function timesOf(page: Page, pageMs: number): number[] {
  const isOwn = page.every(({ paceSeconds }) => paceSeconds !== undefined);
  return page.map(({ paceSeconds = 0 }) => (isOwn ? paceSeconds * 1000 : pageMs / page.length));
}

/** `on time`, `2 min behind`, `1 min ahead`: behind when this slide should be over, ahead when it should not have begun. */
export function paceText(plan: Plan, slide: number, elapsedMs: number): string {
  const { startMs, endMs } = plan[slide - 1] ?? { startMs: 0, endMs: 0 };
  if (elapsedMs - endMs >= onTimeMs) return `${minutes(elapsedMs - endMs)} min behind`;
  if (startMs - elapsedMs >= onTimeMs) return `${minutes(startMs - elapsedMs)} min ahead`;
  return "on time";
}

/** `1:20 of 2:00 on this slide`. */
export function slideTimeText(spentMs: number, plannedMs: number): string {
  return `${clockText(spentMs)} of ${clockText(plannedMs)} on this slide`;
}

function minutes(ms: number): number {
  return Math.max(1, Math.round(ms / minuteMs));
}
