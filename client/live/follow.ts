/** Decides who leads and who follows: this window's own words go out, those of others come in. */

/** What the window and the connection look like to it; a word says all there is to say, so that only the last one counts. */
export interface Window<Word> {
  /** As it is here. */
  now(): Word;
  /** Does as the room does. */
  take(word: Word): void;
  /** False when nobody heard. */
  tell(word: Word): boolean;
  /** Whether the room is to do as this window does when they first meet. */
  leadsAtFirst(room: Word | null): boolean;
}

export class Follow<Word> {
  private readonly window: Window<Word>;
  /** Own words that the server has not told back yet: until then the words of others are older than this window's. */
  private unanswered = 0;
  /** A word that nobody heard. */
  private isUntold = false;
  private hasMet = false;

  constructor(window: Window<Word>) {
    this.window = window;
  }

  /** A person changed something in this window. */
  changed(): void {
    if (this.window.tell(this.window.now())) this.unanswered += 1;
    else this.isUntold = true;
  }

  /** The connection is there, again or at last; `room` is the room's word, if it has one. What was said as the line broke may not have been heard. */
  connected(room: Word | null): void {
    const isAhead = this.isUntold || this.unanswered > 0 || (!this.hasMet && this.window.leadsAtFirst(room));
    this.unanswered = 0;
    this.isUntold = false;
    this.hasMet = true;
    if (isAhead || room === null) this.changed();
    else this.window.take(room);
  }

  /** The room's word, by this seat or another; what it says last of this seat's words is how things are. */
  heard(word: Word, isOwn: boolean): void {
    if (isOwn && this.unanswered > 0) this.unanswered -= 1;
    if (this.unanswered === 0) this.window.take(word);
  }
}
