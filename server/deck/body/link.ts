/** Where a link may lead from a slide. */

export type Link =
  /** Another site, or a mail. */
  | { type: "outside"; href: string }
  /** `#N` or `#name`. */
  | { type: "slide"; href: string }
  | { type: "demo"; demo: string }
  | { type: "refused"; message: string; remedy: string };

/** Sorts a link's target. */
export function readLink(target: string): Link {
  const href = target.trim();
  if (/^(?:https?|mailto):/i.test(href)) return { type: "outside", href };
  if (href.startsWith("//")) return { type: "outside", href: `https:${href}` };
  if (href.startsWith("#")) return { type: "slide", href };
  if (/^[a-z0-9][a-z0-9-]*$/i.test(href)) return { type: "demo", demo: href };
  return {
    type: "refused",
    message: `a slide cannot link to "${shorten(href)}"`,
    remedy: "link to http, https or mailto, to a slide (#3 or #name), or to a demo by its name",
  };
}

/** A text that fits into a message: one line, not too long. */
export function shorten(text: string): string {
  const line = text.replace(/\s+/g, " ");
  return line.length > 60 ? `${line.slice(0, 59)}…` : line;
}
