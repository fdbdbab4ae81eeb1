/** Between the text after `#` and a place in the deck: `#12`, `#name`, `#12/demo1-linux-bridge`. */
import type { Slide } from "../../server/protocol.ts";

/** A place in the deck: a slide's index from 1, and the demo that is open on it. */
export interface Address {
  slide: number;
  demo: string | null;
  /** Clicks taken on the slide; not in the address bar. */
  step: number;
  /** The slide's name when it was asked for by name, so that the address stays readable. */
  name: string | null;
}

/** What one may ask for: a slide by index or name, a demo on it, and the clicks taken; null and none without a word. */
export interface AddressRequest {
  slide: number | string;
  demo?: string | null;
  step?: number;
}

/** What of the slides decides where an address leads. */
export type Places = readonly Pick<Slide, "index" | "name" | "steps">[];

/** The place a request means; an index or a step out of range is the nearest; null for a name that no slide has. */
export function resolveRequest(request: AddressRequest, slides: Places): Address | null {
  const demo = request.demo || null;
  if (typeof request.slide === "number") {
    const slide = within(1, request.slide, Math.max(1, slides.length));
    return { slide, demo, step: stepOf(request, slides[slide - 1]), name: null };
  }
  const named = slides.findLast((slide) => slide.name === request.slide);
  return named ? { slide: named.index, demo, step: stepOf(request, named), name: named.name } : null;
}

/** Reads the text of `location.hash`, with or without its `#`; null when it names no place in this deck. */
export function resolveHash(hash: string, slides: Places): Address | null {
  const text = decode(hash.replace(/^#/, ""));
  if (text === "") return resolveRequest({ slide: 1 }, slides);
  const whole = resolveRequest({ slide: text }, slides);
  if (whole) return whole;
  const slash = text.lastIndexOf("/");
  const slide = slash < 0 ? text : text.slice(0, slash);
  const demo = slash < 0 ? null : text.slice(slash + 1);
  return resolveRequest({ slide: /^-?\d+$/.test(slide) ? Number(slide) : slide, demo }, slides);
}

/** The text of `location.hash` for a place. */
export function formatAddress(address: Address): string {
  const slide = address.name ?? String(address.slide);
  const text = address.demo ? `${slide}/${address.demo}` : slide;
  return `#${encodeURI(text).replaceAll("#", "%23")}`;
}

function stepOf({ step = 0 }: AddressRequest, slide: Places[number] | undefined): number {
  return within(0, step, slide?.steps ?? 0);
}

function within(least: number, wanted: number, most: number): number {
  return Math.min(Math.max(least, Math.trunc(wanted) || least), most);
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
