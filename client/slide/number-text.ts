/** The text in a slide's corner. */

/** Fills in `%current%` and `%total%`; mirrored by server/web/first-slide.ts. */
export function numberText(format: string, number: number, total: number): string {
  return format.replaceAll("%current%", String(number)).replaceAll("%total%", String(total));
}
