/** Keeps a slide of a deck's last version where nothing of it has changed. */
import type { Slide } from "./slide.ts";

/** `before` when `slide` says the same, so that who remembers something about a slide can go by the object. */
export function keepSame(slide: Slide, before: Slide | undefined): Slide {
  return before && isSame(slide, before) ? before : slide;
}

const same: { [Key in keyof Slide]: (one: Slide[Key], other: Slide[Key]) => boolean } = {
  index: Object.is,
  number: Object.is,
  name: Object.is,
  title: Object.is,
  classes: (one, other) => one.length === other.length && one.every((name, index) => name === other[index]),
  continued: Object.is,
  properties: hasSameEntries,
  steps: Object.is,
  paceSeconds: Object.is,
  notes: Object.is,
  content: Object.is,
  blocks: Object.is,
  demos: Object.is,
};

function isSame(one: Slide, other: Slide): boolean {
  return (Object.keys(same) as (keyof Slide)[]).every((key) => isSameIn(key, one, other));
}

function isSameIn<Key extends keyof Slide>(key: Key, one: Slide, other: Slide): boolean {
  return same[key](one[key], other[key]);
}

/** The order of entries counts, since it does in JSON. */
function hasSameEntries(one: Record<string, string>, other: Record<string, string>): boolean {
  const keys = Object.keys(one);
  const others = Object.keys(other);
  return (
    keys.length === others.length && keys.every((key, at) => key === others[at] && one[key] === other[key])
  );
}
