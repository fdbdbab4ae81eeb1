/** Keeps an element where it was put in the window while what is above it grows, until a person scrolls. */

/** Rounding of positions at odd zooms, in CSS pixels. */
const tolerancePx = 3;

export class ScrollKeeper {
  private held: { element: Element; topPx: number } | null = null;
  private expectedPx = 0;

  /** Scrolls the window so that the element's top is `topPx` below the window's, as far as the page reaches. */
  hold(element: Element, topPx: number): void {
    this.held = { element, topPx };
    this.align();
  }

  /** The page has another height. */
  align(): void {
    if (!this.held) return;
    const { element, topPx } = this.held;
    scrollTo({ top: scrollY + element.getBoundingClientRect().top - topPx, behavior: "instant" });
    this.expectedPx = scrollY;
  }

  /** The window was scrolled; true when it was a person who did it. */
  scrolled(): boolean {
    if (this.held && Math.abs(scrollY - this.expectedPx) <= tolerancePx) return false;
    this.held = null;
    return true;
  }
}
