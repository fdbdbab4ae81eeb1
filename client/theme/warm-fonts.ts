/** Fetches the typefaces of the later slides while nobody waits for them. */

/** The first slide needs one face only; the others must be there when it turns. */
const faces = [
  '1em "Red Hat Text Variable"',
  'italic 1em "Red Hat Text Variable"',
  '1em "Red Hat Mono Variable"',
];

/** Long enough after the first slide not to be in its way, in milliseconds. */
const waitMs = 1500;

/** Begins when the page has rested, or at once with the first key, touch or move of the mouse. */
export function warmFonts(page: Document = document): void {
  const signs = ["keydown", "pointermove", "touchstart"] as const;
  const start = () => {
    clearTimeout(timer);
    for (const sign of signs) page.removeEventListener(sign, start);
    for (const face of faces) page.fonts.load(face).catch(() => {});
  };
  const timer = setTimeout(start, waitMs);
  for (const sign of signs) page.addEventListener(sign, start, { passive: true });
}
