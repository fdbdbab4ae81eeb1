/** Windows, each with a line to the server on which words take their time, both ways. */
import { Follow } from "../../../client/live/follow.ts";
import type { ServerMessage } from "../../../server/protocol.ts";
import { Talk } from "../../../server/talk/index.ts";

/** What is followed, as the server has it. */
export interface Matter<Word> {
  now(talk: Talk): Word | null;
  say(talk: Talk, word: Word, seat: string): void;
  /** Null for messages about something else. */
  read(message: ServerMessage): { word: Word; by: string } | null;
}

export class TestWindow<Word> {
  readonly follow: Follow<Word>;
  value: Word;
  private readonly room: Room<Word>;
  private line: { seat: string; up: Word[]; down: { word: Word; by: string }[] } | null = null;

  constructor(room: Room<Word>, value: Word, leadsAtFirst: (here: Word, room: Word | null) => boolean) {
    this.room = room;
    this.value = value;
    this.follow = new Follow<Word>({
      now: () => this.value,
      take: (word) => {
        this.value = word;
      },
      tell: (word) => (this.line?.up.push(word) ?? 0) > 0,
      leadsAtFirst: (room) => leadsAtFirst(this.value, room),
    });
  }

  connect(): void {
    if (this.line) return;
    this.line = { seat: this.room.nextSeat(), up: [], down: [] };
    this.follow.connected(this.room.matter.now(this.room.talk));
  }

  /** All that is on its way is lost. */
  lose(): void {
    this.line = null;
  }

  change(to: Word): void {
    this.value = to;
    this.follow.changed();
  }

  hear(message: { word: Word; by: string }): void {
    this.line?.down.push(message);
  }

  /** One word reaches the server, or this window. */
  deliver(way: "up" | "down"): void {
    if (way === "up") {
      const word = this.line?.up.shift();
      if (word !== undefined && this.line) this.room.matter.say(this.room.talk, word, this.line.seat);
    } else {
      const message = this.line?.down.shift();
      if (message) this.follow.heard(message.word, message.by === this.line?.seat);
    }
  }

  get isQuiet(): boolean {
    return !this.line || this.line.up.length + this.line.down.length === 0;
  }
}

export class Room<Word> {
  readonly windows: TestWindow<Word>[] = [];
  readonly matter: Matter<Word>;
  private seats = 0;
  talk: Talk;

  constructor(matter: Matter<Word>) {
    this.matter = matter;
    this.talk = this.newTalk();
  }

  nextSeat(): string {
    this.seats += 1;
    return `seat${this.seats}`;
  }

  /** The server stops, with all lines, and another one starts that knows nothing. */
  restart(): void {
    for (const window of this.windows) window.lose();
    this.talk = this.newTalk();
  }

  settle(): void {
    for (const window of this.windows) window.connect();
    while (!this.windows.every((window) => window.isQuiet))
      for (const window of this.windows) {
        window.deliver("up");
        window.deliver("down");
      }
  }

  private newTalk(): Talk {
    return new Talk((message) => {
      const told = this.matter.read(message);
      if (told) for (const window of this.windows) window.hear(told);
    });
  }
}
