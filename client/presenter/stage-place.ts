/** On which screen the stage's window belongs, and how it is asked for there. */

/** A screen as the Window Management API describes it, in CSS pixels of the whole desktop. */
export interface ScreenBox {
  readonly availLeft: number;
  readonly availTop: number;
  readonly availWidth: number;
  readonly availHeight: number;
  /** Built into the machine, as a laptop's. */
  readonly isInternal: boolean;
}

/** The screen that the room sees: not the one with the presenter's view, a projector before a laptop's own; null when there is one screen. */
export function otherScreen<S extends ScreenBox>(screens: readonly S[], current: S): S | null {
  const others = screens.filter((screen) => screen !== current);
  return others.find((screen) => !screen.isInternal) ?? others[0] ?? null;
}

/** Whether a window whose corner is here is on this screen. */
export function isOnScreen(
  { availLeft, availTop, availWidth, availHeight }: ScreenBox,
  { screenX, screenY }: { screenX: number; screenY: number },
): boolean {
  const [across, along] = [screenX - availLeft, screenY - availTop];
  return across >= 0 && across < availWidth && along >= 0 && along < availHeight;
}

/** The features of `window.open` for the stage: all of the other screen, or a window of its own on this one. */
export function stageFeatures(other: ScreenBox | null): string {
  if (!other) return "popup,width=1280,height=760";
  const { availLeft, availTop, availWidth, availHeight } = other;
  return `popup,fullscreen,left=${availLeft},top=${availTop},width=${availWidth},height=${availHeight}`;
}

/** Where a stage that is opened now begins; in the middle of a slide's steps it follows the talk, which knows them. */
export function stageAddress({ step }: { step: number }, { hash }: { readonly hash: string }): string {
  return step > 0 ? "/" : `/${hash}`;
}
