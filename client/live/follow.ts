/** Decides who leads and who follows: this window's own moves go out, those of others come in. */
import type { Place } from "../../server/protocol.ts";

/** What the window and the connection look like to it. */
export interface Window {
  place(): Place;
  go(place: Place): void;
  /** False when nobody heard. */
  tell(place: Place): boolean;
}

export class Follow {
  private readonly window: Window;
  /** Own moves that the server has not told back yet: until then the words of others are older than this window's. */
  private unanswered = 0;
  /** A move that nobody heard. */
  private isUntold = false;
  /** The window was opened at a place of its own, which the talk is to go to. */
  private isOpened: boolean;

  constructor(window: Window, isOpened: boolean) {
    this.window = window;
    this.isOpened = isOpened;
  }

  /** This window went somewhere. */
  moved(): void {
    if (this.window.tell(this.window.place())) this.unanswered += 1;
    else this.isUntold = true;
  }

  /** The connection is there, again or at last; `place` is the talk's, if it has one. What was said as the line broke may not have been heard. */
  connected(place: Place | null): void {
    const isAhead = this.isUntold || this.unanswered > 0 || (this.isOpened && this.isElsewhere(place));
    this.unanswered = 0;
    this.isUntold = false;
    this.isOpened = false;
    if (isAhead || !place) this.moved();
    else this.window.go(place);
  }

  /** The talk went somewhere, by this seat or another; what it says last of this seat's moves is where it took them. */
  heard(place: Place, isOwn: boolean): void {
    if (isOwn && this.unanswered > 0) this.unanswered -= 1;
    if (this.unanswered === 0) this.window.go(place);
  }

  /** A copy of a window is at the talk's slide, but knows nothing of the clicks taken on it. */
  private isElsewhere(place: Place | null): boolean {
    const { slide, demo } = this.window.place();
    return slide !== place?.slide || demo !== place.demo;
  }
}
